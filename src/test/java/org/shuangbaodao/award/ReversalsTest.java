package org.shuangbaodao.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too much for one person to take back. */
@QuarkusTest
class ReversalsTest {

    @Inject
    Given given;
    @Inject
    Deeds deeds;
    @Inject
    As as;
    @Inject
    Standings standings;
    @Inject
    LedgerProof proof;

    Deeds.Place place;
    Given.Town town;
    Member member;
    Member secretary;
    Member host;

    @BeforeEach
    void aTown() {
        place = deeds.place();
        town = place.town();
        member = place.member();
        secretary = place.secretary();
        host = place.host();
    }

    @Test
    void eightHoursAreTakenBackAloneAndAMinuteMoreByTwo() {
        String eight = awarded("2026-10-01T08:00", "2026-10-01T16:00");
        String longer = awarded("2026-10-02T08:00", "2026-10-02T16:01");

        reversal(secretary, eight).statusCode(200);
        reversal(secretary, longer).statusCode(409)
                .body("type", equalTo("urn:shuangbaodao:problem:record/second-needed"), "state", equalTo("AWARDED"));
        assertThat(points()).isEqualTo(800);
        reversal(given.member(town.branch()), longer).statusCode(403);
    }

    @Test
    void theSuperiorConfirmsWhatTheSecretaryProposed() {
        String id = awarded("2026-10-03T08:00", "2026-10-03T17:00");
        Member deputy = given.deputy(town.branch());
        Member officer = given.officer(town.committee());
        String proposal = propose(secretary, List.of(id)).statusCode(201).extract().path("id");

        assertThat(points()).isEqualTo(800);
        propose(secretary, List.of(id)).statusCode(409);
        for (Member other : List.of(secretary, deputy)) {
            confirm(other, proposal).statusCode(403).body("type",
                    equalTo("urn:shuangbaodao:problem:record/same-person"));
        }
        for (Member other : List.of(host, given.officer(given.town().committee()))) {
            confirm(other, proposal).statusCode(403);
        }
        confirm(officer, proposal).statusCode(200).body("state", equalTo("CONFIRMED"));

        assertThat(points()).isZero();
        assertThat(minutes()).isEqualTo(540);
        confirm(officer, proposal).statusCode(409);
        as.api(member).get("/api/me/ledger?period=2026-Q4").then().statusCode(200)
                .body("entries.findAll { it.book == 'POINTS' }.size()", org.hamcrest.Matchers.greaterThanOrEqualTo(4));
        assertThat(proof.firstBreak(town.branch().id)).isEmpty();
    }

    @Test
    void aGridLeadConfirmsWhatTheCommunityProposed() {
        String id = awarded("2026-10-04T08:00", "2026-10-04T17:00");
        String proposal = propose(host, List.of(id)).statusCode(201).extract().path("id");
        confirm(given.gridLead(town.grid()), proposal).statusCode(200);

        assertThat(points()).isZero();
        assertThat(minutes()).isZero();
    }

    @Test
    void moreThanTenAtOnceOrMoreThanTenPointsTakeTwo() {
        List<String> ids = new ArrayList<>();
        for (int day = 1; day <= 11; day++) {
            ids.add(awarded("2026-09-%02dT08:00".formatted(day), "2026-09-%02dT08:30".formatted(day)));
        }
        results(ids).statusCode(200).body("results.findAll { it.done }.size()", equalTo(0), "results[0].problem",
                equalTo("record/second-needed"));
        results(ids.subList(0, 10)).statusCode(200).body("results.findAll { it.done }.size()", equalTo(10));

        List<String> heavy = List.of(awarded("2026-10-12T08:00", "2026-10-12T13:00"),
                awarded("2026-10-13T08:00", "2026-10-13T13:00"), awarded("2026-10-14T08:00", "2026-10-14T08:30"));
        results(heavy).body("results.findAll { it.done }.size()", equalTo(0));
        results(heavy.subList(0, 2)).body("results.findAll { it.done }.size()", equalTo(2));
    }

    @Test
    void whatWasDecidedMeanwhileIsNotTakenBackTwice() {
        String id = awarded("2026-10-05T08:00", "2026-10-05T17:00");
        String proposal = propose(secretary, List.of(id)).statusCode(201).extract().path("id");
        String byHost = propose(host, List.of(id)).statusCode(409).extract().path("type");
        assertThat(byHost).isEqualTo("urn:shuangbaodao:problem:reversal/waiting");
        as.api(secretary).post("/api/reversals/" + proposal + "/refusal").then().statusCode(200);
        String second = propose(host, List.of(id)).statusCode(201).extract().path("id");
        confirm(given.officer(town.street()), second).statusCode(200);
        assertThat(points() + minutes()).isZero();
        confirm(given.officer(town.committee()), proposal).statusCode(409);
    }

    @Test
    void onPagesTheProposalIsMadeByItselfAndWaitsForTheSecond() {
        String id = awarded("2026-10-06T08:00", "2026-10-06T17:00");
        Pages mine = as.pages(secretary);
        Document record = mine.get("/records/" + id);
        Pages.Answer sent = mine.submit((FormElement) record.selectFirst("form[action=/review/reversal]"),
                Map.of("reason", "时间记错"));
        assertThat(mine.follow(sent).text()).contains("申请已提交");
        assertThat(mine.get("/review/reversals").select("form[action$=confirmation]")).isEmpty();

        Pages above = as.pages(given.officer(town.committee()));
        assertThat(above.get("/").text()).contains("1 份冲正等您确认");
        Document waiting = above.get("/review/reversals");
        assertThat(waiting.text()).contains("时间记错", "9.00 分");
        assertThat(above.submit((FormElement) waiting.selectFirst("form[action$=confirmation]"), Map.of()).status())
                .isEqualTo(303);
        assertThat(points()).isZero();
    }

    private String awarded(String from, String to) {
        return deeds.awarded(place, from, to);
    }

    private ValidatableResponse reversal(Member who, String id) {
        return as.api(who).body(Map.of("reason", "记错了")).post("/api/records/" + id + "/reversal").then();
    }

    private ValidatableResponse results(List<String> ids) {
        return as.api(secretary).body(Map.of("verb", "REVERSE", "reason", "记错了", "items",
                ids.stream().map(id -> Map.of("id", id)).toList())).post("/api/records/decisions").then();
    }

    private ValidatableResponse propose(Member who, List<String> ids) {
        return as.api(who).body(Map.of("reason", "查实有误", "records", ids.stream().map(id -> Map.of("id", id)).toList()))
                .post("/api/reversals").then();
    }

    private ValidatableResponse confirm(Member who, String proposal) {
        return as.api(who).post("/api/reversals/" + proposal + "/confirmation").then();
    }

    private long points() {
        return standings.of(member.id, Period.ALL).get(Book.POINTS);
    }

    private long minutes() {
        return standings.of(member.id, Period.ALL).get(Book.DUTY_MINUTES);
    }
}
