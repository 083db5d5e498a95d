package org.shuangbaodao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * People who mean to cheat, each calling everything he can reach. For every script: what ends with nothing counted, what
 * counts and is shown to somebody, and what gets through unseen. Where this test says that something escapes, it does.
 */
@QuarkusTest
class FraudScriptsTest {

    private static final int VICTIMS = 50;

    @Inject
    SoundBooks soundBooks;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    Intruder intruder;
    @Inject
    Traces traces;
    @Inject
    Standings standings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member secretary;
    Member auditor;

    @BeforeEach
    void anAugust() {
        clock.set("2026-08-03T20:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        auditor = given.auditor(town.area());
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        soundBooks.of(town.branch());
        clock.reset();
    }

    /** Nothing counted. */
    @Test
    void anAdministratorWhoKeysFiftyRecordsGetsNoneIn() {
        Member administrator = given.administrator(town.area());
        List<Member> victims = people(VICTIMS);
        victims.forEach(victim -> assertThat(
                intruder.report(administrator, victim.number, town.community(), "2026-08-02T09:00", 60).statusCode())
                .isEqualTo(403));
        assertThat(intruder.reportOnPage(administrator, victims.get(0).number, town.community(), "2026-08-02")).isEqualTo(403);
        assertThat(as.api(administrator).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(plan("2026-08-04T09:00", "2026-08-04T11:00", administrator)).post("/api/activities").statusCode())
                .isEqualTo(403);
        Happening happening = published("2026-08-04T09:00", "2026-08-04T11:00");
        clock.set("2026-08-04T20:00");
        assertThat(intruder.list(administrator, happening, victims).statusCode()).isEqualTo(403);
        String honest = intruder.report(victims.get(0), null, town.community(), "2026-08-02T14:00", 60).path("id");
        assertThat(intruder.whole(administrator, happening, List.of(honest)).statusCode()).isEqualTo(403);
        assertThat(as.api(administrator).body(Intruder.body(null, town.community(), "2026-08-02T08:00", 600))
                .put("/api/records/" + honest).statusCode()).isEqualTo(403);
        intruder.everything(administrator, List.of(honest));
        // Nor does he make himself somebody who may.
        appoint(administrator, administrator, "COMMUNITY_SECRETARY", town.community().code);

        assertThat(Intruder.record(honest).state).isEqualTo(RecordState.SUBMITTED);
        assertThat(as.api(administrator).body(Map.of()).post("/api/records/" + honest + "/confirmation").statusCode())
                .isEqualTo(403);
        victims.subList(1, VICTIMS).forEach(victim -> assertThat(Intruder.recordsOf(victim)).isEmpty());
        assertThat(minutes(victims)).isZero();
        assertThat(as.api(administrator).get("/api/inspections/patterns?organization=" + town.area().code + "&quarter=2026-Q3")
                .statusCode()).isEqualTo(403);
    }

    /** Nothing counted while he is alone, and shown; with the community's secretary beside him it counts, and is shown. */
    @Test
    void anInsiderWhoMayEnterCountsNothingAlone() {
        Member worker = given.holder(Office.GRID_WORKER, town.community());
        List<Member> victims = people(VICTIMS);
        List<String> ids = new ArrayList<>();
        victims.forEach(victim -> ids.add(intruder.report(worker, victim.number, town.community(), "2026-08-02T09:00", 60)
                .then().statusCode(201).extract().path("id")));
        intruder.everything(worker, ids);
        Happening led = happenings.published(host, plan("2026-08-04T09:00", "2026-08-04T11:00", worker));
        clock.set("2026-08-04T20:00");
        assertThat(intruder.list(worker, led, victims).jsonPath().getList("results.done")).containsOnly(true);
        List<String> all = victims.stream().flatMap(each -> Intruder.recordsOf(each).stream()).toList();
        assertThat(all).hasSize(2 * VICTIMS);
        intruder.whole(worker, led, all);
        intruder.everything(worker, all.subList(0, 10));
        // A correction sends it in again, and leaves it his.
        as.api(worker).body(Intruder.body(null, town.community(), "2026-08-02T09:00", 120)).put("/api/records/" + ids.get(0))
                .then().statusCode(200);
        intruder.everything(worker, ids.subList(0, 1));

        assertThat(minutes(victims)).isZero();
        assertThat(flagged(worker)).containsExactlyInAnyOrder(Pattern.BULK_ON_BEHALF, Pattern.IDENTICAL_ENTRIES);
        assertThat(as.pages(victims.get(1)).get("/me/inbox").text()).as("he is told").contains("2026-08-02");
        as.api(victims.get(1)).body(Map.of()).post("/api/records/" + ids.get(1) + "/repudiation").then().statusCode(200);
        assertThat(Intruder.record(ids.get(1)).state).isEqualTo(RecordState.REPUDIATED);

        // The second insider: minutes count now, points take a third person.
        as.api(host).body(Map.of("verb", "CONFIRM", "items", ids.stream().map(id -> Map.of("id", id)).toList()))
                .post("/api/records/decisions").then().statusCode(200);
        assertThat(minutes(victims)).isEqualTo(60L * (VICTIMS - 1) + 60);
        assertThat(points(victims)).isZero();
        intruder.everything(host, ids.subList(2, 6));
        intruder.everything(worker, ids.subList(2, 6));
        assertThat(points(victims)).isZero();
        assertThat(flagged(worker)).containsExactlyInAnyOrder(Pattern.BULK_ON_BEHALF, Pattern.IDENTICAL_ENTRIES,
                Pattern.NEVER_LOGGED_IN);

        // Whoever hears of it freezes it: the two cannot release it, and when they do nothing the street takes it back.
        Member victim = victims.get(2);
        as.api(victim).body(Map.of()).post("/api/records/" + ids.get(2) + "/repudiation").then().statusCode(200);
        intruder.everything(host, ids.subList(2, 3));
        intruder.everything(worker, ids.subList(2, 3));
        assertThat(Intruder.record(ids.get(2)).isHeld()).isTrue();
        assertThat(flagged(worker)).contains(Pattern.DENIED_ENTRIES);
        clock.advance(Duration.ofDays(22));
        as.api(given.officer(town.street())).body(Map.of("reason", "本人没有参加")).post("/api/records/" + ids.get(2) + "/reversal")
                .then().statusCode(200);
        assertThat(minutes(List.of(victim))).isZero();
    }

    /** Points: nothing counted. Minutes: what the member reports himself and the secretary confirms, unseen. */
    @Test
    void oneWithBothOfficesAndHisDeputyAwardNothing() {
        Member both = given.person().in(town.branch()).holding(Office.COMMUNITY_SECRETARY, town.community()).saved();
        given.appointed(both, Office.BRANCH_SECRETARY, town.branch());
        Member deputy = given.deputy(town.branch());
        given.appointed(deputy, Office.GRID_LEAD, town.grid());
        Member buyer = member(town.branch());
        // The other secretary of the place is honest, and not there.
        Happening led = happenings.published(both, plan("2026-08-05T09:00", "2026-08-05T11:00", deputy));
        Happening own = happenings.published(both, plan("2026-08-05T14:00", "2026-08-05T16:00", both));
        clock.set("2026-08-06T20:00");

        String reported = intruder.report(buyer, null, town.community(), "2026-08-01T09:00", 60).path("id");
        as.api(both).body(Map.of()).post("/api/records/" + reported + "/confirmation").then().statusCode(200);
        as.api(both).body(Map.of()).post("/api/records/" + reported + "/award").then().statusCode(403);
        as.api(deputy).body(Map.of()).post("/api/records/" + reported + "/award").then().statusCode(403);
        List<String> entered = new ArrayList<>();
        for (Member insider : List.of(both, deputy)) {
            entered.add(intruder.report(insider, buyer.number, town.community(),
                    insider == both ? "2026-08-01T12:00" : "2026-08-01T15:00", 60).then().statusCode(201).extract().path("id"));
        }
        intruder.list(deputy, led, List.of(buyer));
        intruder.list(both, own, List.of(buyer));
        List<String> all = Intruder.recordsOf(buyer);
        assertThat(all).hasSize(5);
        for (int round = 0; round < 2; round++) {
            for (Member insider : List.of(both, deputy)) {
                intruder.whole(insider, led, all);
                intruder.whole(insider, own, all);
                intruder.everything(insider, all.subList(1, all.size()));
            }
        }
        assertThat(minutes(List.of(buyer))).as("only what he reported himself").isEqualTo(60);

        // A confirmation that is taken back and left to the deputy once the office has been silent long enough.
        String later = intruder.report(buyer, null, town.community(), "2026-08-06T09:00", 60).path("id");
        as.api(both).body(Map.of()).post("/api/records/" + later + "/confirmation").then().statusCode(200);
        as.api(both).body(Map.of()).post("/api/records/" + later + "/undoing").then().statusCode(200);
        clock.advance(Duration.ofDays(22));
        intruder.everything(deputy, List.of(later));
        intruder.everything(both, List.of(later));
        intruder.everything(deputy, List.of(later, reported));
        intruder.everything(both, List.of(later, reported));

        assertThat(points(List.of(buyer))).isZero();
        assertThat(minutes(List.of(buyer))).as("reported by himself, confirmed by one of them").isLessThanOrEqualTo(120);
        assertThat(flagged(both)).isEmpty();
        assertThat(flagged(deputy)).isEmpty();
        assertThat(flagged(buyer)).isEmpty();
        // Points take somebody above, who is not one of them.
        as.api(given.officer(town.committee())).body(Map.of()).post("/api/records/" + reported + "/award").then()
                .statusCode(200);
    }

    /** Counts up to the caps, and is shown; who stays below the lines is not. */
    @Test
    void aBuyerWithTwoRecordsADayCountsUpToTheCapsAndIsShown() {
        secretary = given.secretary(town.branch());
        Member buyer = member(town.branch());
        Given.Town elsewhere = new Given.Town(town.area(), town.street(), town.community(), town.grid(),
                town.workingCommittee(),
                town.committee(), given.branch(town.committee()));
        Member careful = member(elsewhere.branch());
        LocalDate day = LocalDate.of(2026, 8, 3);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            clock.set(day.plusDays(i) + "T21:00");
            for (String from : List.of("T08:00", "T13:00")) {
                ids.add(intruder.report(buyer, null, town.community(), day.plusDays(i) + from, 240).then().statusCode(201)
                        .extract()
                        .path("id"));
            }
            traces.served(elsewhere, careful, host, secretary, day.plusDays(i) + "T08:00", 449, record -> {
            });
        }
        String last = day.plusDays(21).toString();
        // More of the same day, the same hours again, one made longer, one from long ago.
        assertThat(intruder.report(buyer, null, town.community(), last + "T09:00", 60).statusCode()).isEqualTo(409);
        decide(host, "CONFIRM", ids);
        decide(secretary, "AWARD", ids);
        assertThat(as.api(buyer).body(Intruder.body(null, town.community(), last + "T13:00", 480))
                .put("/api/records/" + ids.get(43))
                .statusCode()).as("made longer afterwards").isEqualTo(409);
        assertThat(minutes(List.of(buyer))).isEqualTo(22 * 480);
        assertThat(points(List.of(buyer))).as("what a year brings").isEqualTo(4000);
        String third = intruder.report(buyer, null, town.community(), last + "T17:00", 180).then().statusCode(201).extract()
                .path("id");
        String late = intruder.report(buyer, null, town.community(), "2026-07-31T08:00", 240).then().statusCode(201).extract()
                .path("id");
        for (int round = 0; round < 2; round++) {
            for (Member insider : List.of(host, secretary, buyer)) {
                intruder.everything(insider, List.of(third, late));
            }
        }

        assertThat(minutes(List.of(buyer))).as("a long day and a late one take somebody else").isEqualTo(22 * 480);
        assertThat(points(List.of(buyer))).isEqualTo(4000);
        assertThat(flagged(buyer)).containsExactlyInAnyOrder(Pattern.TWO_A_DAY, Pattern.FULL_DAYS);
        assertThat(flagged(careful)).as("a minute below the line, once a day").isEmpty();
        assertThat(flagged(host)).isEmpty();
    }

    /** Counts, and is shown where name and birth date or the phone are the same. */
    @Test
    void onePersonBehindTwoAccountsCountsAndIsShownWhereSomethingIsTheSame() {
        secretary = given.secretary(town.branch());
        String name = "测试分身" + Ids.text(Ids.next());
        LocalDate born = LocalDate.of(1975, 5, 6);
        Member one = given.person().named(name).born(born).in(town.branch()).saved();
        Member two = given.person().named(name).born(born).in(town.branch()).saved();
        Member disguised = given.person().named(name + "甲").born(born).in(town.branch()).saved();
        List<String> ids = new ArrayList<>();
        for (Member each : List.of(one, two, disguised)) {
            ids.add(intruder.report(each, null, town.community(), "2026-08-02T09:00", 60).then().statusCode(201).extract()
                    .path("id"));
        }
        decide(host, "CONFIRM", ids);
        decide(secretary, "AWARD", ids);
        assertThat(minutes(List.of(one, two, disguised))).as("the same hour three times").isEqualTo(180);
        assertThat(flagged(one)).containsExactly(Pattern.SAME_PERSON);
        assertThat(flagged(two)).containsExactly(Pattern.SAME_PERSON);
        assertThat(flagged(disguised)).as("another name, and no phone").isEmpty();

        // One phone at two activities.
        List<Happening> both = new ArrayList<>();
        for (String day : List.of("2026-08-08", "2026-08-09")) {
            clock.set(day + "T08:00");
            Happening happening = published(day + "T09:00", day + "T11:00");
            both.add(happening);
            clock.set(day + "T09:00");
            List.of(one, disguised).forEach(each -> sign(each, happening));
            clock.set(day + "T20:00");
            List.of(one, disguised).forEach(each -> as.api(each).header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("startedAt", day + "T09:00", "endedAt", day + "T11:00", "activityId", happening.id()))
                    .post("/api/records").then().statusCode(201));
            assertThat(intruder.whole(host, happening, List.of()).then().statusCode(200).extract().jsonPath()
                    .getList("remarkable.remarks.flatten()")).as("is not confirmed with the others").contains("SHARED_PHONE");
        }
        assertThat(minutes(List.of(one, disguised))).isEqualTo(120);
        assertThat(flagged(disguised)).containsExactly(Pattern.PHONE_PAIR);

        // The second number decides about the first one.
        Member decider = given.person().named(name + "乙").born(born).holding(Office.COMMUNITY_SECRETARY, town.community())
                .saved();
        Member served = given.person().named(name + "乙").born(born).in(town.branch()).saved();
        String own = intruder.report(served, null, town.community(), "2026-08-09T14:00", 60).path("id");
        as.api(decider).body(Map.of()).post("/api/records/" + own + "/confirmation").then().statusCode(200);
        assertThat(minutes(List.of(served))).isEqualTo(60);
        assertThat(flagged(served)).containsExactly(Pattern.SAME_PERSON);
    }

    private void sign(Member who, Happening happening) {
        String address = "/activities/" + happening.id() + "/signing";
        String code = as.pages(host).get("/activities/" + happening.id() + "/screen").select(".signing-code").text()
                .replace(" ", "");
        Pages browser = as.pages(who).cookie("device", "0123456789abcdef0123456789abcdef");
        assertThat(browser.submit(Pages.form(browser.get(address), address), Map.of("code", code, "direction", "IN")).status())
                .isEqualTo(303);
    }

    private void appoint(Member who, Member whom, String office, String organization) {
        Pages web = as.pages(who);
        Pages.Answer answer = web.open("/appointments/new");
        if (answer.status() == 200) {
            answer.page().select("form[action=/appointments]").stream().map(org.jsoup.nodes.FormElement.class::cast).findFirst()
                    .ifPresent(form -> web.submit(form, Map.of("memberNumber", whom.number, "organizationCode", organization,
                            "office", office, "from", "2026-08-03", "document", "渝社〔2026〕1号")));
        }
    }

    private void decide(Member who, String verb, List<String> ids) {
        assertThat(as.api(who).body(Map.of("verb", verb, "items", ids.stream().map(id -> Map.of("id", id)).toList()))
                .post("/api/records/decisions").then().statusCode(200).extract().jsonPath().getList("results.done"))
                .containsOnly(true);
    }

    private Map<String, Object> plan(String from, String to, Member lead) {
        Map<String, Object> plan = new HashMap<>(Happenings.plan(town.community(), List.of(Happenings.slot(from, to, null))));
        plan.put("leadNumber", lead.number);
        return plan;
    }

    private Happening published(String from, String to) {
        return happenings.published(host, town.community(), from, to, null);
    }

    // Nobody else has that name, whatever ran on this database before.
    private Member member(Organization branch) {
        return given.person().named("测试" + Ids.text(Ids.next())).in(branch).saved();
    }

    private List<Member> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> member(town.branch())).toList();
    }

    private long minutes(List<Member> people) {
        return people.stream().mapToLong(each -> standings.of(each.id, Period.ALL).get(Book.DUTY_MINUTES)
                + standings.of(each.id, Period.ALL).get(Book.VOLUNTEER_MINUTES)).sum();
    }

    private long points(List<Member> people) {
        return people.stream().mapToLong(each -> standings.of(each.id, Period.ALL).get(Book.POINTS)).sum();
    }

    /** In which ways he stands out to the area's auditor. */
    private Set<Pattern> flagged(Member who) {
        List<Map<String, Object>> found = as.api(auditor)
                .get("/api/inspections/patterns?organization=" + town.area().code + "&quarter=2026-Q3").then().statusCode(200)
                .extract().jsonPath().getList("questions");
        Set<Pattern> flagged = EnumSet.noneOf(Pattern.class);
        for (Map<String, Object> each : found) {
            if (new TreeSet<>(((List<?>) each.get("people")).stream().map(String::valueOf).toList())
                    .contains(Ids.text(who.id))) {
                flagged.add(Pattern.valueOf(each.get("pattern").toString()));
            }
        }
        return flagged;
    }
}
