package org.shuangbaodao.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From publishing an activity to the ledger, by the right people and the wrong ones. */
@QuarkusTest
class ActivityJourneyTest {

    @Inject
    SoundBooks soundBooks;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    Standings standings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member secretary;
    Member member;

    @BeforeEach
    void aTown() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        secretary = given.secretary(town.branch());
        member = given.member(town.branch());
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        soundBooks.of(town.branch());
        clock.reset();
    }

    @Test
    void whatIsPublishedIsServedReportedConfirmedAndAwarded() {
        Pages keeper = as.pages(host);
        Document form = keeper.get("/activities/new");
        String activity = keeper.submit(Pages.form(form, "/activities/new"), Map.of("name", "清理楼道", "content", "清理楼道里的杂物",
                "place", "三号楼", "day1", "2026-06-06", "from1", "09:00", "to1", "11:30", "capacity1", "20", "riskNote",
                "搬重物当心扭伤",
                "service", "yes", "voluntary", "yes")).location();
        Pages browser = as.pages(member);
        Document page = browser.get(activity);
        assertThat(page.text()).contains("搬重物当心扭伤", host.name);
        browser.follow(browser.submit(Pages.form(page, activity + "/sign-up"), Map.of()));

        clock.set("2026-06-06T20:00");
        browser = as.pages(member);
        assertThat(browser.get("/records/new").select("a[href=" + activity + "/report]").text()).contains("清理楼道");
        Document report = browser.get(activity + "/report");
        assertThat(report.select("form[action=" + activity + "/report] :is(input, textarea, select)[required]")).hasSize(2);
        String record = browser.submit(Pages.form(report, activity + "/report"), Map.of()).location();
        assertThat(as.pages(member).get(record).text()).contains("清理楼道", town.community().name, host.name, "三号楼",
                "09:00–11:30");

        String id = record.substring(record.lastIndexOf('/') + 1);
        as.api(member).get("/api/records/" + id).then().body("occasion.activityName", equalTo("清理楼道"),
                "occasion.organizer", equalTo(town.community().name), "occasion.lead", equalTo(host.name), "summary",
                equalTo("清理楼道里的杂物"), "place", equalTo("三号楼"), "minutes", equalTo(150), "eligibility", equalTo("VOLUNTEER"));
        confirmWhole(host, activityOf(activity)).statusCode(200).body("results.size()", equalTo(1), "confirmed", equalTo(1));
        as.api(secretary).body(Map.of()).post("/api/records/" + id + "/award").then().statusCode(200);
        assertThat(standings.of(member.id, Period.ALL).get(Book.VOLUNTEER_MINUTES)).isEqualTo(150);
        assertThat(standings.of(member.id, Period.ALL).get(Book.POINTS)).isEqualTo(250);
    }

    @Test
    void whatARecordTookOverDoesNotFollowLaterChanges() {
        Happening happening = morning(Map.of());
        clock.set("2026-06-06T20:00");
        String id = report(member, happening, "2026-06-06T09:00", "2026-06-06T11:00").statusCode(201).extract().path("id");

        Map<String, Object> other = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-06-06T09:00", "2026-06-06T11:00", null)));
        other.putAll(Map.of("name", "别的名称", "place", "别处", "leadNumber", member.number));
        as.api(host).body(other).put("/api/activities/" + happening.id()).then().statusCode(204);

        as.api(member).get("/api/records/" + id).then().body("occasion.activityName", equalTo("清理楼道"), "place",
                equalTo("三号楼"), "occasion.lead", equalTo(host.name));
    }

    @Test
    void withoutAnActivityTheCommitteeIsTheOrganizerAndWhoeverConfirmsTheLead() {
        clock.set("2026-06-06T20:00");
        String id = as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", "2026-06-06T09:00", "endedAt", "2026-06-06T10:00", "summary", "值守", "communityCode",
                        town.community().code))
                .post("/api/records").then().statusCode(201).body("occasion.activityName", nullValue(), "occasion.organizer",
                        equalTo(town.community().name), "occasion.lead", nullValue())
                .extract().path("id");

        as.api(host).body(Map.of()).post("/api/records/" + id + "/confirmation").then().statusCode(200)
                .body("occasion.lead", equalTo(host.name));
        assertThat(as.pages(member).get("/records/" + id).text()).contains("个人服务", host.name);
    }

    @Test
    void aRecordStaysWithinItsSlotAndMakesNoMoreOfTheActivityThanItIs() {
        Happening happening = morning(Map.of("workingTime", true));
        clock.set("2026-06-06T20:00");

        report(member, happening, "2026-06-06T07:59", "2026-06-06T11:00").statusCode(422).body("type",
                equalTo("urn:shuangbaodao:problem:record/outside-slot"));
        report(member, happening, "2026-06-06T11:00", "2026-06-06T12:00").statusCode(422);
        report(member, new Happening("0000000000000", happening.slot()), "2026-06-06T09:00", "2026-06-06T11:00").statusCode(422)
                .body("type", equalTo("urn:shuangbaodao:problem:record/activity-unknown"));
        Map<String, Object> body = body(happening, "2026-06-06T08:00", "2026-06-06T12:00");
        body.put("eligibility", "VOLUNTEER");
        send(member, body).statusCode(201).body("eligibility", equalTo("DUTY"), "workingTime", equalTo(true), "minutes",
                equalTo(240));
    }

    @Test
    void nobodyReportsForWhatWasCancelledOrIsStillToCome() {
        Happening happening = morning(Map.of());
        report(member, happening, "2026-06-06T09:00", "2026-06-06T11:00").statusCode(422).body("type",
                equalTo("urn:shuangbaodao:problem:record/in-the-future"));
        as.api(host).body(Map.of("reason", "暴雨")).post("/api/activities/" + happening.id() + "/cancellation").then()
                .statusCode(204);
        clock.set("2026-06-06T20:00");

        report(member, happening, "2026-06-06T09:00", "2026-06-06T11:00").statusCode(422).body("type",
                equalTo("urn:shuangbaodao:problem:record/activity-cancelled"));
    }

    @Test
    void theWrongPeopleNeitherPublishNorChangeNorCancel() {
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-06-06T09:00", "2026-06-06T11:00", null)));
        Member elsewhere = given.communitySecretary(given.community(town.street()));
        Happening happening = morning(Map.of());
        for (Member wrong : List.of(member, secretary, elsewhere, given.auditor(town.area()),
                given.administrator(town.area()))) {
            as.api(wrong).header("Idempotency-Key", UUID.randomUUID().toString()).body(plan).post("/api/activities").then()
                    .statusCode(403);
            as.api(wrong).body(plan).put("/api/activities/" + happening.id()).then().statusCode(403);
            as.api(wrong).body(Map.of("reason", "不办了")).post("/api/activities/" + happening.id() + "/cancellation").then()
                    .statusCode(403);
            assertThat(as.pages(wrong).open("/activities/" + happening.id() + "/edit").status()).isEqualTo(403);
            assertThat(as.pages(wrong).open("/activities/" + happening.id() + "/list").status()).isEqualTo(403);
            assertThat(as.pages(wrong).open("/activities/" + happening.id() + "/confirmation").status()).isEqualTo(403);
        }
        for (Member right : List.of(given.gridLead(town.grid()), given.officer(town.street()))) {
            happenings.published(right, plan);
        }
        RestAssured.given().contentType("application/json").body(plan).post("/api/activities").then().statusCode(401);
    }

    @Test
    void aBranchServesInACommunityAndTheCommunityConfirms() {
        Map<String, Object> plan = Happenings.plan(town.branch(),
                List.of(Happenings.slot("2026-06-06T09:00", "2026-06-06T11:00", null)));
        plan.putAll(Map.of("communityCode", town.community().code, "leadNumber", member.number));
        Happening happening = happenings.published(secretary, plan);
        clock.set("2026-06-06T20:00");
        Member other = given.member(town.branch());

        // The lead holds no office; the activity is his all the same.
        enter(member, happening,
                List.of(Map.of("memberNumber", other.number), Map.of("memberNumber", secretary.number, "minutes", 60)))
                .statusCode(200).body("results.done", equalTo(List.of(true, true)));
        confirmWhole(secretary, happening.id()).statusCode(200).body("results", empty());
        confirmWhole(member, happening.id()).statusCode(200).body("results", empty());
        confirmWhole(host, happening.id()).statusCode(200).body("results.size()", equalTo(1), "remarkable.size()", equalTo(1),
                "remarkable[0].remarks", equalTo(List.of("OTHER_TIMES")));
        assertThat(standings.of(other.id, Period.ALL).get(Book.DUTY_MINUTES)).isEqualTo(120);
    }

    @Test
    void whoEntersAListDecidesOnNoneOfIt() {
        Happening happening = morning(Map.of());
        clock.set("2026-06-06T20:00");
        enter(host, happening, List.of(Map.of("memberNumber", member.number))).statusCode(200).body("results[0].done",
                equalTo(true));

        confirmWhole(host, happening.id()).statusCode(200).body("results", empty(), "confirmed", equalTo(0));
        Member lead = given.gridLead(town.grid());
        confirmWhole(lead, happening.id()).statusCode(200).body("results", not(empty()), "confirmed", equalTo(1));
    }

    @Test
    void anActivitySetDownAfterItBeganSaysSo() {
        clock.set("2026-06-07T08:00");
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-06-06T09:00", "2026-06-06T11:00", null)));
        as.api(host).header("Idempotency-Key", UUID.randomUUID().toString()).body(plan).post("/api/activities").then()
                .statusCode(422).body("errors[0].field", equalTo("lateReason"));
        Happening late = morning(Map.of("lateReason", "临时抢险"));

        assertThat(happenings.look(late.id()).getBoolean("late")).isTrue();
        assertThat(new Pages().get("/activities/" + late.id()).text()).contains("补录");
    }

    @Test
    void recordsOfSuchAnActivityAreLateEntriesThatTakeTwo() {
        clock.set("2026-06-07T08:00");
        Happening late = morning(Map.of("lateReason", "临时抢险"));
        report(member, late, "2026-06-06T09:00", "2026-06-06T11:00").statusCode(201).body("lateness", equalTo("LATE"),
                "lateReason", equalTo("临时抢险"));

        confirmWhole(host, late.id()).statusCode(200).body("results[0].state", equalTo("SUBMITTED"), "confirmed", equalTo(0));
        confirmWhole(host, late.id()).statusCode(200).body("results", empty());
        assertThat(standings.of(member.id, Period.ALL).get(Book.DUTY_MINUTES)).isZero();
        confirmWhole(given.gridLead(town.grid()), late.id()).statusCode(200).body("confirmed", equalTo(1));
        assertThat(standings.of(member.id, Period.ALL).get(Book.DUTY_MINUTES)).isEqualTo(120);
    }

    @Test
    void everyPageSpeaksThreeLanguages() {
        Happening happening = morning(Map.of());
        clock.set("2026-06-06T09:30");
        report(member, happening, "2026-06-06T09:00", "2026-06-06T09:30").statusCode(201);
        Map<String, String> words = Map.of("zh-CN", "风险提示", "zh-TW", "風險提示", "en", "Risks");
        words.forEach((language, word) -> {
            assertThat(new Pages().language(language).get("/activities/" + happening.id()).text()).contains(word);
            for (String page : List.of("/activities", "/activities/new", "/activities/confirmations",
                    "/activities/log?community=" + town.community().code)) {
                assertThat(as.pages(host).language(language).get(page).select("h1").text()).as(page + language).isNotBlank();
            }
            for (String page : List.of("edit", "cancellation", "screen", "list", "confirmation", "signing", "report")) {
                assertThat(
                        as.pages(host).language(language).get("/activities/" + happening.id() + "/" + page).select("h1").text())
                        .as(page + language).isNotBlank();
            }
        });
    }

    private Happening morning(Map<String, Object> changes) {
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-06-06T09:00", "2026-06-06T11:00", null)));
        plan.putAll(changes);
        return happenings.published(host, plan);
    }

    private ValidatableResponse report(Member who, Happening happening, String from, String to) {
        return send(who, body(happening, from, to));
    }

    private static Map<String, Object> body(Happening happening, String from, String to) {
        return new HashMap<>(
                Map.of("startedAt", from, "endedAt", to, "activityId", happening.id(), "slotId", happening.slot()));
    }

    private ValidatableResponse send(Member who, Map<String, Object> body) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/api/records").then();
    }

    private ValidatableResponse enter(Member who, Happening happening, List<Map<String, Object>> rows) {
        return as.api(who).body(Map.of("slotId", happening.slot(), "rows", rows, "consentNote", "现场签字"))
                .post("/api/activities/" + happening.id() + "/list").then();
    }

    private ValidatableResponse confirmWhole(Member who, String activity) {
        return as.api(who).body(Map.of()).post("/api/activities/" + activity + "/confirmation").then();
    }

    private static String activityOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
