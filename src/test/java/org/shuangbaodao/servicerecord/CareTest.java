package org.shuangbaodao.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.time.Duration;
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
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hamcrest.Matcher;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long days, slips and holds, over HTTP and down to the books. */
@QuarkusTest
class CareTest {

    @Inject
    Deeds deeds;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Standings standings;
    @Inject
    SoundBooks soundBooks;
    @Inject
    TestClock clock;

    Deeds.Place place;
    Member street;

    @BeforeEach
    void aPlace() {
        clock.set("2026-10-12T18:00");
        place = deeds.place();
        street = given.officer(place.town().street());
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        clock.reset();
        soundBooks.of(place.town().branch());
    }

    @Test
    void eightHoursCountAtOnceAndAMinuteMoreWhenOneLevelUpAgrees() {
        String eight = reported("2026-10-10T08:00", "2026-10-10T16:00");
        String longer = reported("2026-10-11T08:00", "2026-10-11T16:01");

        decide(place.host(), eight, "confirmation").statusCode(200).body("state", equalTo("CONFIRMED"));
        decide(street, longer, "confirmation").statusCode(403).body("type", problem("not-yet"));
        decide(place.host(), longer, "confirmation").statusCode(200).body("state", equalTo("SUBMITTED"));
        assertThat(minutes()).isEqualTo(480);
        decide(place.host(), longer, "confirmation").statusCode(403).body("type", problem("same-person"));
        decide(given.gridLead(place.town().grid()), longer, "confirmation").statusCode(403).body("type",
                problem("superior-needed"));
        assertThat(as.pages(street).get("/review").text()).contains("已有一人确认，等您再确认");
        decide(street, longer, "confirmation").statusCode(200).body("state", equalTo("CONFIRMED"));

        assertThat(minutes()).isEqualTo(961);
        decide(place.secretary(), longer, "award").statusCode(200);
    }

    /** The tenth working day after 10 October, a make-up day, is 23 October; 24 October is a Saturday. */
    @Test
    void whatComesLateHasAReasonAndTwoWhoConfirmIt() {
        clock.set("2026-10-25T12:00");
        send("2026-10-10T09:00", "2026-10-10T11:00").statusCode(201);
        clock.set("2026-10-26T12:00");
        place = deeds.place();
        send("2026-10-10T09:00", "2026-10-10T11:00").statusCode(422).body("type", problem("late-reason-needed"));
        String id = late("2026-10-10T09:00", "2026-10-10T11:00");

        decide(place.host(), id, "confirmation").statusCode(200).body("state", equalTo("SUBMITTED"), "signed", equalTo(true),
                "lateness", equalTo("LATE"));
        decide(place.host(), id, "confirmation").statusCode(403).body("type", problem("same-person"));
        assertThat(minutes()).isZero();
        decide(given.gridLead(place.town().grid()), id, "confirmation").statusCode(200).body("state", equalTo("CONFIRMED"));

        assertThat(as.pages(place.member()).get("/records/" + id).text()).contains("补录", "一直在外地");
        assertThat(as.pages(place.secretary()).get("/review").text()).contains("补录", "一直在外地");
    }

    @Test
    void afterThirtyDaysOnlyTheSuperiorConfirms() {
        clock.set("2026-11-10T12:00");
        place = deeds.place();
        street = given.officer(place.town().street());
        String id = late("2026-10-10T22:00", "2026-10-11T00:00");

        decide(place.host(), id, "confirmation").statusCode(403).body("type", problem("superior-needed"));
        assertThat(as.pages(street).get("/review").text()).contains("一直在外地");
        decide(street, id, "confirmation").statusCode(200).body("state", equalTo("CONFIRMED"), "lateness",
                equalTo("VERY_LATE"));
    }

    private String late(String from, String to) {
        return as.api(place.member()).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", from, "endedAt", to, "summary", "小区门口值守", "communityCode",
                        place.town().community().code, "lateReason", "一直在外地"))
                .post("/api/records").then().statusCode(201).extract().path("id");
    }

    /** The second of a day makes it long, though each is short, and though both are decided at once. */
    @Test
    void whatCountsAlreadyIsPartOfTheDay() {
        String first = reported("2026-10-10T06:00", "2026-10-10T11:00");
        String second = reported("2026-10-10T12:00", "2026-10-10T17:00");

        as.api(place.host()).body(Map.of("verb", "CONFIRM", "items", List.of(Map.of("id", first), Map.of("id", second))))
                .post("/api/records/decisions").then().statusCode(200)
                .body("results.state", contains("CONFIRMED", "SUBMITTED"), "results.done", contains(true, true));

        assertThat(minutes()).isEqualTo(300);
        decide(street, second, "confirmation").statusCode(200);
        assertThat(minutes()).isEqualTo(600);
    }

    @Test
    void moreThanTwelveHoursOfOneDayAreRefused() {
        String eight = reported("2026-10-10T00:00", "2026-10-10T08:00");
        decide(place.host(), eight, "confirmation").statusCode(200);

        send("2026-10-10T19:59", "2026-10-11T00:00").statusCode(422).body("type", problem("too-much-a-day"), "detail",
                containsString("12"));
        // What lies behind midnight belongs to the next day.
        send("2026-10-10T20:00", "2026-10-11T03:00").statusCode(201);
        // Reported while it still fitted, and too much by the time it is confirmed.
        String early = reported("2026-10-11T03:00", "2026-10-11T10:00");
        String late = reported("2026-10-11T12:00", "2026-10-11T18:00");
        decide(place.host(), early, "confirmation").statusCode(200);
        decide(place.host(), late, "confirmation").statusCode(422).body("type", problem("too-much-a-day"));
    }

    @Test
    void aSlipIsTakenBackByWhoMadeItAndNobodyElse() {
        String id = deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:00");

        decide(given.deputy(place.town().branch()), id, "undoing").statusCode(403);
        decide(place.host(), id, "undoing").statusCode(403);
        decide(place.secretary(), id, "undoing").statusCode(200).body("state", equalTo("CONFIRMED"), "revision", equalTo(2));
        assertThat(points()).isZero();
        decide(place.secretary(), id, "undoing").statusCode(403);
        // Somebody went on with it since he confirmed.
        decide(place.host(), id, "undoing").statusCode(403);

        decide(place.secretary(), id, "award").statusCode(200);
        assertThat(points()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        decide(place.secretary(), id, "undoing").statusCode(403);
        assertThat(points()).isEqualTo(200);
    }

    @Test
    void anUndoneConfirmationLeavesNoMinutesAndCanBeGivenAgain() {
        String id = deeds.confirmed(place, "2026-10-10T09:00", "2026-10-10T11:00", false);

        decide(place.host(), id, "undoing").statusCode(200).body("state", equalTo("SUBMITTED"));
        assertThat(minutes()).isZero();
        decide(place.host(), id, "confirmation").statusCode(200);
        assertThat(minutes()).isEqualTo(120);
        decide(place.secretary(), id, "rejection").statusCode(200).body("state", equalTo("REFUSED"));
        decide(place.secretary(), id, "undoing").statusCode(200).body("state", equalTo("CONFIRMED"));
        decide(place.secretary(), id, "award").statusCode(200);
        assertThat(points()).isEqualTo(200);
    }

    @Test
    void aWholeLotIsTakenBackFromThePageThatDecidedIt() {
        String first = reported("2026-10-10T08:00", "2026-10-10T09:00");
        String second = reported("2026-10-10T10:00", "2026-10-10T11:00");
        Pages host = as.pages(place.host());
        Document queue = host.get("/review?all=yes");

        Document decided = host.submit(Pages.form(queue, "/review"), Map.of("verb", "confirm")).page();
        assertThat(minutes()).isEqualTo(120);
        Document back = host.submit(Pages.form(decided, "/review"), Map.of("verb", "undo")).page();

        assertThat(minutes()).isZero();
        assertThat(back.text()).contains("已办理 2 条");
        for (String id : List.of(first, second)) {
            as.api(place.member()).get("/api/records/" + id).then().body("state", equalTo("SUBMITTED"));
        }
    }

    @Test
    void aHoldIsReleasedBySomebodyWhoHadNoPartOrByTheMemberHimself() {
        String id = enteredForTheMember("2026-10-10T09:00", "2026-10-10T11:00");
        decide(place.host(), id, "confirmation").statusCode(200);
        decide(place.member(), id, "repudiation").statusCode(200).body("held", equalTo(true));

        decide(place.secretary(), id, "award").statusCode(409).body("type", problem("held"));
        decide(place.host(), id, "release").statusCode(403).body("type", problem("both-steps"));
        decide(place.secretary(), id, "release").statusCode(403);
        as.api(street).body(Map.of()).post("/api/records/" + id + "/release").then().statusCode(422).body("type",
                problem("reason-needed"));
        decide(street, id, "release").statusCode(200).body("held", equalTo(false), "state", equalTo("CONFIRMED"));
        decide(street, id, "release").statusCode(409);

        decide(place.member(), id, "repudiation").statusCode(200);
        Pages member = as.pages(place.member());
        assertThat(member.submit(Pages.form(member.get("/records/" + id), "/records/" + id + "/release"),
                Map.of("settled", "想起来了")).status()).isEqualTo(303);
        decide(place.secretary(), id, "award").statusCode(200);
        assertThat(points()).isEqualTo(200);
    }

    private String enteredForTheMember(String from, String to) {
        Member helper = given.gridLead(place.town().grid());
        return as.api(helper).header("Idempotency-Key", UUID.randomUUID().toString()).body(Map.of("startedAt", from, "endedAt",
                to, "summary", "小区门口值守", "communityCode", place.town().community().code, "gridCode", place.town().grid().code,
                "memberNumber",
                place.member().number, "consentNote", "当面同意")).post("/api/records").then().statusCode(201).extract().path("id");
    }

    private String reported(String from, String to) {
        return send(from, to).statusCode(201).extract().path("id");
    }

    private ValidatableResponse send(String from, String to) {
        Map<String, Object> report = new HashMap<>(Map.of("startedAt", from, "endedAt", to, "summary", "小区门口值守",
                "communityCode", place.town().community().code));
        return as.api(place.member()).header("Idempotency-Key", UUID.randomUUID().toString()).body(report)
                .post("/api/records").then();
    }

    private ValidatableResponse decide(Member who, String id, String verb) {
        return as.api(who).body(Map.of("reason", "核对")).post("/api/records/" + id + "/" + verb).then();
    }

    private static Matcher<String> problem(String code) {
        return equalTo("urn:shuangbaodao:problem:record/" + code);
    }

    private long minutes() {
        return standings.of(place.member().id, Period.ALL).get(Book.DUTY_MINUTES);
    }

    private long points() {
        return standings.of(place.member().id, Period.ALL).get(Book.POINTS);
    }
}
