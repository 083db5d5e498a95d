package org.shuangbaodao.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where a day, a month or a year ends: the minutes somebody served, on the business dates he served them, down to the books.
 */
@QuarkusTest
class EdgeTimesTest {

    @Inject
    Deeds deeds;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    SoundBooks soundBooks;
    @Inject
    TestClock clock;

    Deeds.Place place;

    @BeforeEach
    void aPlace() {
        clock.set("2026-10-12T18:00");
        place = deeds.place();
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        clock.reset();
        soundBooks.of(place.town().branch());
    }

    @Test
    void anEndAtMidnightBelongsToTheDayItEnds() {
        booked(reported("2026-10-09T22:00", "2026-10-10T00:00", 120));
        booked(reported("2026-10-10T22:30", "2026-10-11T00:00", 90));
        // Written as the day's own end it is refused as no time at all, rather than read as something else.
        send(place.member(), report("2026-10-11T22:30", "2026-10-11T24:00")).statusCode(400);

        assertThat(minutesByDay(place.member())).isEqualTo(Map.of("2026-10-09", 120, "2026-10-10", 90));
        assertThat(pointsByDay(place.member())).isEqualTo(Map.of("2026-10-09", 200, "2026-10-10", 150));
    }

    @Test
    void aFormThatEndsAtMidnightMeansTheMidnightAfterwards() {
        Pages browser = as.pages(place.member());
        Document form = browser.get("/records/new?q=" + place.town().community().code);
        String record = browser.submit(Pages.form(form, "/records/new"), Map.of("day", "2026-10-11", "from", "21:15", "to",
                "00:00", "summary", "夜间巡逻", "community", place.town().community().code)).location();
        booked(record.substring(record.lastIndexOf('/') + 1));

        assertThat(minutesByDay(place.member())).isEqualTo(Map.of("2026-10-11", 165));
    }

    @Test
    void whatGoesPastMidnightIsSplitOverBothDays() {
        booked(reported("2026-10-10T23:30", "2026-10-11T01:15", 105));

        assertThat(minutesByDay(place.member())).isEqualTo(Map.of("2026-10-10", 30, "2026-10-11", 75));
        assertThat(pointsByDay(place.member()).values().stream().mapToInt(Integer::intValue).sum())
                .as("three full half hours of the whole record").isEqualTo(150);
    }

    @Test
    void theLeapDayIsADayAndOtherYearsHaveNone() {
        clock.set("2024-03-04T18:00");
        place = deeds.place();
        booked(reported("2024-02-28T23:00", "2024-02-29T01:00", 120));
        booked(reported("2024-02-29T22:00", "2024-03-01T00:00", 120));

        assertThat(minutesByDay(place.member())).isEqualTo(Map.of("2024-02-28", 60, "2024-02-29", 180));
        clock.set("2026-03-04T18:00");
        Map<String, Object> none = report("2026-02-29T09:00", "2026-02-29T10:00");
        send(place.member(), none).statusCode(400);
    }

    @Test
    void theLastMinuteOfAYearIsInThatYear() {
        clock.set("2026-01-05T18:00");
        place = deeds.place();
        booked(reported("2025-12-31T23:59", "2026-01-01T00:00", 1));
        booked(reported("2025-12-31T22:29", "2025-12-31T23:59", 90));
        booked(reported("2026-01-01T00:00", "2026-01-01T00:31", 31));

        assertThat(minutesByDay(place.member())).isEqualTo(Map.of("2025-12-31", 91, "2026-01-01", 31));
        assertThat(entries(place.member(), "DUTY_MINUTES").stream()
                .collect(Collectors.groupingBy(each -> each.get("bookedIn"),
                        Collectors.summingInt(each -> (Integer) each.get("amount")))))
                .isEqualTo(Map.of("2025-Q4", 91, "2026-Q1", 31));
    }

    @Test
    void aServiceOverTheTurnOfTheYearIsBookedInBoth() {
        clock.set("2026-01-05T18:00");
        place = deeds.place();
        booked(reported("2025-12-31T23:00", "2026-01-01T01:00", 120));

        assertThat(minutesByDay(place.member())).isEqualTo(Map.of("2025-12-31", 60, "2026-01-01", 60));
    }

    @Test
    void nothingIsReportedThatHasNotEndedByOurClock() {
        clock.set("2026-10-12T23:59");
        send(place.member(), report("2026-10-12T23:00", "2026-10-13T00:00")).statusCode(422).body("type",
                equalTo("urn:shuangbaodao:problem:record/in-the-future"));
        clock.set("2026-10-13T00:00");
        send(place.member(), report("2026-10-12T23:00", "2026-10-13T00:00")).statusCode(201).body("minutes", equalTo(60));
    }

    /** A phone that goes fast or slow: what counts is when the code was shown, by our clock. */
    @Test
    void aPhoneWithAWrongClockMovesNoMinute() {
        Happening night = happenings.published(place.host(), place.town().community(), "2026-10-13T23:00", "2026-10-14T01:00",
                null);
        Member member = place.member();
        clock.set("2026-10-13T22:57");
        String in = codeOf(night);
        clock.set("2026-10-14T01:00");
        String out = codeOf(night);
        clock.set("2026-10-14T08:00");

        assertThat(sign(member, night, "IN", in, "2026-10-14T09:00")).as("an hour ahead of us").isEqualTo(409);
        assertThat(sign(member, night, "IN", in, "2026-10-13T07:59")).as("more than a day behind").isEqualTo(409);
        assertThat(sign(member, night, "IN", in, "2026-10-14T00:30")).as("no code of that time").isEqualTo(422);
        assertThat(sign(member, night, "IN", in, "2026-10-13T23:00")).as("three minutes fast").isEqualTo(200);
        assertThat(sign(member, night, "OUT", out, "2026-10-14T00:57")).as("three minutes slow").isEqualTo(200);

        Document form = as.pages(member).get("/activities/" + night.id() + "/report");
        assertThat(form.select("input[name=from]").val()).isEqualTo("22:57");
        assertThat(form.select("input[name=to]").val()).isEqualTo("01:00");
        Pages browser = as.pages(member);
        String record = browser.submit(Pages.form(browser.get("/activities/" + night.id() + "/report"),
                "/activities/" + night.id() + "/report"), Map.of()).location();
        booked(record.substring(record.lastIndexOf('/') + 1));
        assertThat(minutesByDay(member)).isEqualTo(Map.of("2026-10-13", 63, "2026-10-14", 60));
    }

    private Map<String, Object> report(String from, String to) {
        return new HashMap<>(Map.of("startedAt", from, "endedAt", to, "summary", "夜间巡逻", "communityCode",
                place.town().community().code));
    }

    private String reported(String from, String to, int minutes) {
        return send(place.member(), report(from, to)).statusCode(201).body("minutes", equalTo(minutes)).extract().path("id");
    }

    private ValidatableResponse send(Member who, Map<String, Object> report) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString()).body(report).post("/api/records").then();
    }

    private void booked(String recordId) {
        deeds.decide(place.host(), recordId, "confirmation");
        deeds.decide(place.secretary(), recordId, "award");
    }

    private Map<String, Integer> minutesByDay(Member member) {
        return byDay(member, "DUTY_MINUTES");
    }

    private Map<String, Integer> pointsByDay(Member member) {
        return byDay(member, "POINTS");
    }

    private Map<String, Integer> byDay(Member member, String book) {
        Map<String, Integer> days = new TreeMap<>();
        entries(member, book).forEach(each -> days.merge((String) each.get("servedOn"), (Integer) each.get("amount"),
                Integer::sum));
        return days;
    }

    private List<Map<String, Object>> entries(Member member, String book) {
        List<Map<String, Object>> all = as.api(member).get("/api/me/ledger?period=all&size=200").then().statusCode(200)
                .extract()
                .path("entries");
        return all.stream().filter(each -> book.equals(each.get("book"))).toList();
    }

    private String codeOf(Happening happening) {
        return as.pages(place.host()).get("/activities/" + happening.id() + "/screen").select(".signing-code").text()
                .replace(" ", "");
    }

    private int sign(Member who, Happening happening, String direction, String code, String at) {
        return as.api(who).body(Map.of("direction", direction, "code", code, "at", at))
                .post("/api/activities/" + happening.id() + "/signings").statusCode();
    }
}
