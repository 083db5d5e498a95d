package org.shuangbaodao.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.ProblemType;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Appointments;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberProblem;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.servicerecord.RecordStep;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 请假委托: somebody decides in the place of an office-holder on leave, from day to day. */
@QuarkusTest
class LeaveTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Appointments appointments;
    @Inject
    TestClock clock;

    private Given.Town town;
    private Member host;
    private Member street;
    private Member standIn;
    private Member member;

    @BeforeEach
    void aTown() {
        clock.set("2026-10-19T18:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        street = given.officer(town.street());
        standIn = given.person().saved();
        member = given.member(town.branch());
    }

    @AfterEach
    void theUsualTime() {
        clock.reset();
    }

    @Test
    void fromTheFirstMidnightToTheLastOneDecidesAndNoLonger() {
        String first = reported(member, "2026-10-18T08:00");
        String second = reported(member, "2026-10-18T10:00");
        String third = reported(member, "2026-10-18T12:00");
        delegated("2026-10-20", "2026-10-21");

        clock.set("2026-10-19T23:59");
        assertThat(confirm(standIn, first)).isEqualTo(403);
        clock.set("2026-10-20T00:00");
        assertThat(confirm(standIn, first)).isEqualTo(200);
        clock.set("2026-10-21T23:59");
        assertThat(confirm(standIn, second)).isEqualTo(200);
        clock.set("2026-10-22T00:00");
        assertThat(confirm(standIn, third)).isEqualTo(403);
        assertThat(confirm(host, third)).isEqualTo(200);
    }

    @Test
    void whatHeDecidesSaysForWhom() {
        String id = reported(member, "2026-10-18T08:00");
        delegated("2026-10-19", "2026-10-25");

        assertThat(as.pages(standIn).get("/review").text()).contains("您代 " + host.name, "到 2026-10-25 为止");
        assertThat(as.pages(host).get("/review").text()).contains("由 " + standIn.name + " 代您办理");
        assertThat(confirm(standIn, id)).isEqualTo(200);

        RecordStep step = QuarkusTransaction.requiringNew()
                .call(() -> RecordStep.of(Ids.parse(id).orElseThrow()).get(0));
        assertThat(step.actorId).isEqualTo(standIn.id);
        assertThat(step.onBehalfOf).isEqualTo(host.id);
        assertThat(as.pages(member).get("/records/" + id).text()).contains("代 " + host.name + " 办理");
        assertThat(as.pages(street).get("/organizations/" + town.community().code).text())
                .contains("代 " + host.name + "，至 2026-10-25");
    }

    @Test
    void theHolderGoesOnDecidingForHimself() {
        String id = reported(member, "2026-10-18T08:00");
        delegated("2026-10-19", "2026-10-25");

        assertThat(confirm(host, id)).isEqualTo(200);

        assertThat(QuarkusTransaction.requiringNew().call(() -> RecordStep.of(Ids.parse(id).orElseThrow()).get(0)).onBehalfOf)
                .isNull();
    }

    @Test
    void withoutASecondSignatureNobodyStandsIn() {
        String id = reported(member, "2026-10-18T08:00");
        Appointment proposed = proposed("2026-10-19", "2026-10-25");

        assertThat(confirm(standIn, id)).isEqualTo(403);
        assertRefused(MemberProblem.SAME_PERSON, () -> appointments.sign(proposed.id, host.id));
        assertRefused(MemberProblem.SAME_PERSON, () -> appointments.sign(proposed.id, standIn.id));
        assertRefused(MemberProblem.NOT_SUPERIOR,
                () -> appointments.sign(proposed.id, given.officer(town.committee()).id));
    }

    @Test
    void takenBackHeDecidesNoMore() {
        String id = reported(member, "2026-10-18T08:00");
        Appointment leave = delegated("2026-10-19", "2026-10-25");

        Pages pages = as.pages(host);
        Pages.Answer ended = pages.submit(
                Pages.form(pages.get("/appointments"), "/appointments/" + Ids.text(leave.id) + "/end"), Map.of());

        assertThat(ended.status()).isEqualTo(303);
        assertThat(confirm(standIn, id)).isEqualTo(403);
    }

    @Test
    void itEndsWithTheOfficeItself() {
        String id = reported(member, "2026-10-18T08:00");
        delegated("2026-10-19", "2026-10-25");

        appointments.end(seatOf(host, Office.COMMUNITY_SECRETARY).id, street.id);

        assertThat(confirm(standIn, id)).isEqualTo(403);
    }

    @Test
    void whatTheHolderEnteredOrServedHeDoesNotDecide() {
        Member secretary = given.secretary(town.branch());
        Member colleague = given.member(town.branch());
        Appointment leave = appointments.delegate(seatOf(secretary, Office.BRANCH_SECRETARY).id, colleague.id,
                day("2026-10-19"),
                day("2026-10-25"), secretary.id);
        appointments.sign(leave.id, given.officer(town.committee()).id);
        String own = reported(secretary, "2026-10-18T08:00");
        String entered = enteredBy(secretary, member, "2026-10-18T08:00");
        String other = reported(member, "2026-10-18T10:00");
        for (String id : new String[] { own, entered, other }) {
            assertThat(confirm(host, id)).isEqualTo(200);
        }

        assertThat(refusal(colleague, own, "award")).isEqualTo("record/pair");
        assertThat(refusal(colleague, entered, "award")).isEqualTo("record/pair");
        assertThat(decide(colleague, other, "award")).isEqualTo(200);
    }

    @Test
    void theTwoCountAsOneWhenItIsOverToo() {
        Member secretary = given.secretary(town.branch());
        given.appointed(secretary, Office.COMMUNITY_SECRETARY, town.community());
        Appointment leave = appointments.delegate(seatOf(secretary, Office.COMMUNITY_SECRETARY).id, standIn.id,
                day("2026-10-19"), day("2026-10-20"), secretary.id);
        appointments.sign(leave.id, street.id);
        String id = reported(member, "2026-10-18T08:00");
        assertThat(confirm(standIn, id)).isEqualTo(200);

        clock.set("2026-10-21T09:00");

        assertThat(refusal(secretary, id, "award")).isEqualTo("record/both-steps");
    }

    @Test
    void onlyADatedLeaveOfAnOwnOfficeToSomebodyWithoutTheOtherStep() {
        Appointment seat = seatOf(host, Office.COMMUNITY_SECRETARY);
        Member secretary = given.secretary(town.branch());

        assertRefused(MemberProblem.DELEGATION_CONFLICT, () -> delegate(seat, secretary, "2026-10-19", "2026-10-25", host));
        assertRefused(MemberProblem.DELEGATION_DATES, () -> delegate(seat, standIn, "2026-10-18", "2026-10-25", host));
        assertRefused(MemberProblem.DELEGATION_DATES, () -> delegate(seat, standIn, "2026-10-19", "2027-01-17", host));
        assertRefused(MemberProblem.SAME_PERSON, () -> delegate(seat, host, "2026-10-19", "2026-10-25", host));
        assertRefused(MemberProblem.NOT_SUPERIOR, () -> delegate(seat, standIn, "2026-10-19", "2026-10-25", secretary));

        Appointment leave = delegated("2026-10-19", "2026-10-25");
        Member another = given.person().saved();
        assertRefused(MemberProblem.DELEGATION_OVERLAPS, () -> delegate(seat, another, "2026-10-25", "2026-10-30", host));
        assertRefused(MemberProblem.NOT_DELEGABLE, () -> delegate(leave, another, "2026-10-19", "2026-10-20", standIn));
    }

    @Test
    void whoStandsInForAnOfficerAppointsNobody() {
        Member second = given.officer(town.street());
        Appointment leave = delegate(seatOf(street, Office.COMMITTEE_OFFICER), standIn, "2026-10-19", "2026-10-25", street);
        appointments.sign(leave.id, second.id);

        assertRefused(MemberProblem.NOT_SUPERIOR, () -> appointments.propose(member.id, town.community().id,
                Office.COMMUNITY_SECRETARY, day("2026-10-19"), null, "x", standIn.id));
    }

    @Test
    void theFormKeepsWhatWasTypedAndLeadsToTheSignature() {
        Pages mine = as.pages(host);
        Pages.Answer wrong = mine.submit(
                Pages.form(mine.get("/appointments/delegations/new"), "/appointments/delegations"),
                Map.of("memberNumber", "M000", "from", "2026-10-20", "to", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("[aria-invalid=true]").eachAttr("name")).containsExactly("memberNumber", "to");
        assertThat(wrong.page().selectFirst("input[name=from]").val()).isEqualTo("2026-10-20");

        Pages.Answer sent = mine.submit(Pages.form(wrong.page(), "/appointments/delegations"),
                Map.of("memberNumber", standIn.number, "from", "2026-10-20", "to", "2026-10-22"));
        assertThat(mine.follow(sent).text()).contains("委托已提交", "代 " + host.name + " 办理");

        Pages above = as.pages(street);
        Appointment leave = Appointment.<Appointment> find("memberId", standIn.id).firstResult();
        Pages.Answer signed = above.submit(
                Pages.form(above.get("/appointments"), "/appointments/" + Ids.text(leave.id) + "/signature"), Map.of());
        assertThat(above.follow(signed).text()).contains("任职生效", "2026-10-20 至 2026-10-22");
    }

    private Appointment proposed(String from, String to) {
        return delegate(seatOf(host, Office.COMMUNITY_SECRETARY), standIn, from, to, host);
    }

    private Appointment delegated(String from, String to) {
        return appointments.sign(proposed(from, to).id, street.id);
    }

    private Appointment delegate(Appointment seat, Member person, String from, String to, Member actor) {
        return appointments.delegate(seat.id, person.id, day(from), day(to), actor.id);
    }

    private static Appointment seatOf(Member holder, Office office) {
        return Appointment.<Appointment> find("memberId = ?1 and office = ?2", holder.id, office).firstResult();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private String reported(Member who, String from) {
        return enteredBy(who, null, from);
    }

    private String enteredBy(Member actor, Member holder, String from) {
        Map<String, Object> report = new HashMap<>(Map.of("startedAt", from, "endedAt", from.replace(":00", ":45"), "summary",
                "小区门口值守", "communityCode", town.community().code));
        if (holder != null) {
            report.putAll(Map.of("memberNumber", holder.number, "consentNote", "当面同意"));
        }
        return as.api(actor).header("Idempotency-Key", UUID.randomUUID().toString()).body(report).post("/api/records").then()
                .statusCode(201).extract().path("id");
    }

    private int confirm(Member who, String id) {
        return decide(who, id, "confirmation");
    }

    private int decide(Member who, String id, String verb) {
        return as.api(who).body(Map.of()).post("/api/records/" + id + "/" + verb).statusCode();
    }

    private String refusal(Member who, String id, String verb) {
        String type = as.api(who).body(Map.of()).post("/api/records/" + id + "/" + verb).then().statusCode(403).extract()
                .path("type");
        return type.substring(type.indexOf("record/"));
    }

    private static void assertRefused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
