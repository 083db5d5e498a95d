package org.shuangbaodao.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.SoundBooks;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Report, confirm, award, over HTTP, by the right people and by the wrong ones. */
@QuarkusTest
class MainJobTest {

    @Inject
    SoundBooks soundBooks;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Standings standings;
    @Inject
    LedgerProof proof;

    Given.Town town;
    Member member;
    Member secretary;
    Member host;

    @BeforeEach
    void aTown() {
        town = given.town();
        member = given.member(town.branch());
        secretary = given.secretary(town.branch());
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        soundBooks.of(town.branch());
    }

    @Test
    void aReportBecomesMinutesAndThenPoints() {
        String id = report(member, "2026-10-10T09:00", "2026-10-10T11:59").statusCode(201)
                .body("state", equalTo("SUBMITTED"), "minutes", equalTo(179), "id", notNullValue()).extract().path("id");

        decide(host, id, "confirmation").statusCode(200).body("state", equalTo("CONFIRMED"));
        assertThat(standing(Book.DUTY_MINUTES)).isEqualTo(179);
        assertThat(standing(Book.POINTS)).isZero();

        decide(secretary, id, "award").statusCode(200).body("state", equalTo("AWARDED"));
        assertThat(standing(Book.POINTS)).isEqualTo(250);
        assertThat(proof.firstBreak(town.branch().id)).isEmpty();

        as.api(member).get("/api/me/ledger?period=2026-Q4").then().statusCode(200)
                .body("totals.POINTS", equalTo(250), "entries.size()", equalTo(2));
    }

    @Test
    void theSameKeyAnswersTheSameAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String first = send(member, key, "2026-10-11T09:00", "2026-10-11T10:00").statusCode(201).extract().path("id");

        send(member, key, "2026-10-11T09:00", "2026-10-11T10:00").statusCode(201).body("id", equalTo(first));
        send(member, key, "2026-10-11T09:00", "2026-10-11T10:30").statusCode(422);
        as.api(member).body(body("2026-10-11T12:00", "2026-10-11T13:00")).post("/api/records").then().statusCode(400);
    }

    @Test
    void nobodyDecidesAboutHimselfAndNobodyTakesBothSteps() {
        String own = report(secretary, "2026-10-12T09:00", "2026-10-12T10:00").statusCode(201).extract().path("id");
        for (String verb : new String[] { "confirmation", "award", "return", "rejection", "reversal" }) {
            decide(secretary, own, verb).statusCode(403);
            decide(member, own, verb).statusCode(403);
        }

        Member both = given.communitySecretary(given.community(town.street()));
        given.appointed(host, org.shuangbaodao.member.Office.BRANCH_SECRETARY, given.branch(town.committee()));
        String id = report(member, "2026-10-12T11:00", "2026-10-12T12:00").statusCode(201).extract().path("id");
        decide(both, id, "confirmation").statusCode(403);
        decide(host, id, "confirmation").statusCode(200);
        decide(host, id, "award").statusCode(403);
    }

    @Test
    void theDeputyCountsAsOneWithTheSecretary() {
        Member deputy = given.deputy(town.branch());
        String own = report(secretary, "2026-10-13T09:00", "2026-10-13T10:00").statusCode(201).extract().path("id");
        decide(host, own, "confirmation").statusCode(200);

        decide(deputy, own, "award").statusCode(403).body("type", equalTo("urn:shuangbaodao:problem:record/pair"));
        decide(given.officer(town.committee()), own, "award").statusCode(200);
    }

    @Test
    void whoMayEnterForNobodyLearnsNothingAboutAnybody() {
        for (String number : new String[] { secretary.number, "M0000000000000" }) {
            as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("startedAt", "2026-10-10T09:00", "endedAt", "2026-10-10T10:00", "summary", "小区门口值守",
                            "communityCode", town.community().code, "memberNumber", number))
                    .post("/api/records").then().statusCode(403)
                    .body("type", equalTo("urn:shuangbaodao:problem:record/may-not-enter-for"));
        }
    }

    @Test
    void theSecondDeciderGetsAConflictThatShowsWhatHappened() {
        String id = report(member, "2026-10-14T09:00", "2026-10-14T10:00").statusCode(201).extract().path("id");
        decide(host, id, "confirmation").statusCode(200);

        decide(host, id, "confirmation").statusCode(409).body("state", equalTo("CONFIRMED"));
    }

    @Test
    void overlappingReportsOfOneMemberAreRefused() {
        report(member, "2026-10-15T09:00", "2026-10-15T10:00").statusCode(201);

        report(member, "2026-10-15T09:30", "2026-10-15T10:30").statusCode(409)
                .body("type", equalTo("urn:shuangbaodao:problem:record/overlap"));
        report(member, "2026-10-15T10:00", "2026-10-15T10:30").statusCode(201);
    }

    @Test
    void aReversalRestoresWhatStoodBefore() {
        String id = report(member, "2026-10-16T09:00", "2026-10-16T10:00").statusCode(201).extract().path("id");
        decide(host, id, "confirmation").statusCode(200);
        decide(secretary, id, "award").statusCode(200);

        decide(secretary, id, "reversal", Map.of("reason", "记错了")).statusCode(200).body("state", equalTo("CONFIRMED"));
        assertThat(standing(Book.POINTS)).isZero();
        assertThat(standing(Book.DUTY_MINUTES)).isEqualTo(60);
        decide(secretary, id, "reversal", Map.of("reason", "记错了")).statusCode(409);

        decide(secretary, id, "award").statusCode(200);
        assertThat(standing(Book.POINTS)).isEqualTo(100);
        decide(host, id, "reversal", Map.of("reason", "没有到场")).statusCode(200).body("state", equalTo("REVERSED"));
        assertThat(standing(Book.POINTS)).isZero();
        assertThat(standing(Book.DUTY_MINUTES)).isZero();
        assertThat(proof.firstBreak(town.branch().id)).isEmpty();
        assertThat(proof.differences()).isEmpty();
    }

    @Test
    void aDayBringsEightPointsWhateverTheOrder() {
        String long1 = report(member, "2026-10-17T00:00", "2026-10-17T06:00").statusCode(201).extract().path("id");
        String long2 = report(member, "2026-10-17T08:00", "2026-10-17T14:00").statusCode(201).extract().path("id");
        decide(host, long2, "confirmation").statusCode(200);
        decide(secretary, long2, "award").statusCode(200);
        decide(host, long1, "confirmation").statusCode(200);
        // Twelve hours of one day take somebody above.
        decide(given.officer(town.street()), long1, "confirmation").statusCode(200);
        decide(secretary, long1, "award").statusCode(200);
        assertThat(standing(Book.POINTS)).isEqualTo(800);
        assertThat(standing(Book.DUTY_MINUTES)).isEqualTo(720);

        decide(secretary, long1, "reversal", Map.of("reason", "记错了")).statusCode(200);
        assertThat(standing(Book.POINTS)).isEqualTo(600);
    }

    @Test
    void anEntryAcrossMidnightIsSplitByBusinessDate() {
        String id = report(member, "2026-09-30T23:00", "2026-10-01T01:00").statusCode(201).extract().path("id");
        decide(host, id, "confirmation").statusCode(200);
        decide(secretary, id, "award").statusCode(200);

        assertThat(standings.of(member.id, new Period("2026-Q3")).get(Book.POINTS)).isEqualTo(100);
        assertThat(standings.of(member.id, new Period("2026-Q4")).get(Book.POINTS)).isEqualTo(100);
    }

    private long standing(Book book) {
        return standings.of(member.id, Period.ALL).get(book);
    }

    private ValidatableResponse report(Member who, String from, String to) {
        return send(who, UUID.randomUUID().toString(), from, to);
    }

    private ValidatableResponse send(Member who, String key, String from, String to) {
        return as.api(who).header("Idempotency-Key", key).body(body(from, to)).post("/api/records").then();
    }

    private Map<String, Object> body(String from, String to) {
        return Map.of("startedAt", from, "endedAt", to, "summary", "小区门口值守", "communityCode", town.community().code);
    }

    private ValidatableResponse decide(Member who, String id, String verb) {
        return decide(who, id, verb, Map.of("reason", "核对"));
    }

    private ValidatableResponse decide(Member who, String id, String verb, Map<String, ?> body) {
        return as.api(who).body(body).post("/api/records/" + id + "/" + verb).then();
    }
}
