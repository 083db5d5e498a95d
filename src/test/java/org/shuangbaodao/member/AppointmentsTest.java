package org.shuangbaodao.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.ProblemType;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppointmentsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Appointments appointments;
    @Inject
    Offices offices;
    @Inject
    BusinessTime time;

    private Town town;
    private Member first;
    private Member second;
    private Member candidate;

    @BeforeEach
    void aTownWithTwoOfficers() {
        town = given.town();
        first = given.officer(town.committee());
        second = given.officer(town.workingCommittee());
        candidate = given.member(town.branch());
    }

    @Test
    void aSecretaryIsInForceOnlyAfterTheSecondSignature() {
        Appointment proposed = propose(candidate, town.branch(), Office.BRANCH_SECRETARY, first);
        assertThat(proposed.state).isEqualTo(AppointmentState.PROPOSED);
        assertThat(offices.holders(Office.BRANCH_SECRETARY, town.branch())).isEmpty();

        appointments.sign(proposed.id, second.id);

        assertThat(offices.holders(Office.BRANCH_SECRETARY, town.branch())).containsExactly(candidate.id);
    }

    @Test
    void theSecondSignatureComesFromSomebodyElseAbove() {
        Appointment proposed = propose(candidate, town.branch(), Office.BRANCH_SECRETARY, first);
        Member outsider = given.officer(given.town().committee());
        given.appointed(candidate, Office.COMMITTEE_OFFICER, town.committee());

        assertRefused(MemberProblem.SAME_PERSON, () -> appointments.sign(proposed.id, first.id));
        assertRefused(MemberProblem.SAME_PERSON, () -> appointments.sign(proposed.id, candidate.id));
        assertRefused(MemberProblem.NOT_SUPERIOR, () -> appointments.sign(proposed.id, outsider.id));
        assertRefused(MemberProblem.NOT_SUPERIOR, () -> appointments.decline(proposed.id, outsider.id));
    }

    @Test
    void aPrincipalAndHisDeputyCountAsOneSignature() {
        Organization general = given.branch(town.committee());
        given.appointed(first, Office.BRANCH_SECRETARY, general);
        Member deputy = given.holder(Office.BRANCH_DEPUTY, general);
        given.appointed(deputy, Office.COMMITTEE_OFFICER, town.committee());
        Appointment proposed = propose(candidate, town.branch(), Office.BRANCH_SECRETARY, first);

        assertRefused(MemberProblem.SAME_PERSON, () -> appointments.sign(proposed.id, deputy.id));
    }

    @Test
    void nobodyAppointsHimselfOrFromBelow() {
        Member secretary = given.secretary(town.branch());

        assertRefused(MemberProblem.SAME_PERSON, () -> propose(first, town.branch(), Office.BRANCH_DEPUTY, first));
        assertRefused(MemberProblem.NOT_SUPERIOR, () -> propose(candidate, town.branch(), Office.BRANCH_DEPUTY, secretary));
        assertRefused(MemberProblem.NOT_SUPERIOR,
                () -> propose(candidate, town.committee(), Office.COMMITTEE_OFFICER, first));
    }

    @Test
    void secretariesNameTheirOwnHelpersAtOnce() {
        Member host = given.communitySecretary(town.community());
        Member worker = given.person().saved();

        Appointment named = propose(worker, town.grid(), Office.GRID_WORKER, host);

        assertThat(named.state).isEqualTo(AppointmentState.IN_FORCE);
        assertRefused(MemberProblem.NOT_SUPERIOR, () -> propose(worker, given.town().grid(), Office.GRID_WORKER, host));
    }

    @Test
    void theOfficerAtTheTopTakesTwoAdministrators() {
        Member one = given.administrator(town.area());
        Member other = given.administrator(town.area());
        Member officer = given.person().saved();

        assertRefused(MemberProblem.NOT_SUPERIOR,
                () -> propose(officer, town.area(), Office.COMMITTEE_OFFICER, given.officer(town.area())));
        Appointment proposed = propose(officer, town.area(), Office.COMMITTEE_OFFICER, one);
        assertRefused(MemberProblem.SAME_PERSON, () -> appointments.sign(proposed.id, one.id));
        appointments.sign(proposed.id, other.id);

        assertThat(offices.holders(Office.COMMITTEE_OFFICER, town.area())).contains(officer.id);
    }

    @Test
    void administratorsHoldNoOtherOfficeAndStandOnNoRoster() {
        Member one = given.administrator(town.area());
        Member secretary = given.holder(Office.COMMUNITY_SECRETARY, town.community());

        assertRefused(MemberProblem.ROLES_APART, () -> propose(secretary, town.area(), Office.ADMINISTRATOR, one));
        assertRefused(MemberProblem.ROLES_APART, () -> propose(candidate, town.area(), Office.ADMINISTRATOR, one));
        assertRefused(MemberProblem.ROLES_APART, () -> propose(one, town.branch(), Office.BRANCH_SECRETARY, first));
        assertRefused(MemberProblem.ROLES_APART,
                () -> propose(secretary, town.workingCommittee(), Office.AUDITOR, second));
    }

    @Test
    void rolesAreKeptApartAtTheSignatureToo() {
        Member one = given.administrator(town.area());
        Member other = given.administrator(town.area());
        Member person = given.person().saved();
        Appointment proposed = propose(person, town.area(), Office.ADMINISTRATOR, one);

        assertRefused(MemberProblem.ROLES_APART, () -> propose(person, town.branch(), Office.BRANCH_DEPUTY, first));
        appointments.sign(proposed.id, other.id);
    }

    @Test
    void offersThatDoNotFitAreRefused() {
        assertRefused(MemberProblem.OFFICE_DOES_NOT_FIT,
                () -> propose(candidate, town.committee(), Office.BRANCH_SECRETARY, second));
        assertRefused(MemberProblem.OFFICE_DOES_NOT_FIT, () -> appointments.propose(candidate.id, town.branch().id,
                Office.BRANCH_SECRETARY, Given.LONG_AGO.minusDays(1), null, "x", first.id));
    }

    @Test
    void aNewSecretaryRelievesTheFormerOne() {
        Member former = given.secretary(town.branch());
        Appointment proposed = propose(candidate, town.branch(), Office.BRANCH_SECRETARY, first);
        assertThat(offices.holders(Office.BRANCH_SECRETARY, town.branch())).containsExactly(former.id);

        appointments.sign(proposed.id, second.id);

        assertThat(offices.holders(Office.BRANCH_SECRETARY, town.branch())).containsExactly(candidate.id);
        assertRefused(MemberProblem.OFFICE_TAKEN,
                () -> given.appointed(former, Office.BRANCH_SECRETARY, town.branch()));
    }

    @Test
    void ofTwoSignaturesAtOnceOneIsTooLate() throws Exception {
        Appointment proposed = propose(candidate, town.branch(), Office.BRANCH_SECRETARY, first);
        Member third = given.officer(town.committee());

        List<Object> outcomes = together(() -> appointments.sign(proposed.id, second.id),
                () -> appointments.sign(proposed.id, third.id));

        assertThat(outcomes).filteredOn(outcome -> outcome instanceof Appointment).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome == MemberProblem.APPOINTMENT_DECIDED).hasSize(1);
    }

    @Test
    void anOfficeForSomeTimeEndsByItself() {
        LocalDate today = time.today();
        Appointment proposed = appointments.propose(candidate.id, town.branch().id, Office.BRANCH_DEPUTY, today.minusDays(9),
                today.minusDays(1), "测试组〔2026〕1号", first.id);
        Appointment lasting = appointments.propose(given.member(town.branch()).id, town.branch().id, Office.BRANCH_DEPUTY,
                today.minusDays(9), today, "测试组〔2026〕2号", first.id);
        appointments.sign(proposed.id, second.id);
        appointments.sign(lasting.id, second.id);

        assertThat(offices.holders(Office.BRANCH_DEPUTY, town.branch())).containsExactly(lasting.memberId);
        assertThat(as.pages(first).get("/appointments").text()).doesNotContain(candidate.number);
        assertThat(as.pages(first).get("/appointments?show=past").text()).contains(candidate.number);
    }

    @Test
    void endingActsAtOnceAndOnlyFromAboveOrByTheHolder() {
        Appointment held = given.appointed(candidate, Office.BRANCH_SECRETARY, town.branch());
        Member deputy = given.deputy(town.branch());

        assertRefused(MemberProblem.NOT_SUPERIOR, () -> appointments.end(held.id, deputy.id));
        appointments.end(held.id, candidate.id);

        assertThat(offices.reaching(candidate.id, town.branch())).isEmpty();
        assertRefused(MemberProblem.APPOINTMENT_DECIDED, () -> appointments.end(held.id, first.id));
    }

    @Test
    void thePageLeadsFromProposalToSignature() {
        Pages proposer = as.pages(first);
        Pages.Answer posted = proposer.submit(Pages.form(proposer.get("/appointments/new"), "/appointments"),
                Map.of("memberNumber", candidate.number, "office", "BRANCH_SECRETARY", "organizationCode", town.branch().code,
                        "from", time.today(), "document", "测试组〔2026〕1号"));
        assertThat(proposer.follow(posted).text()).contains("等待另一位负责人签署");

        Pages signer = as.pages(second);
        assertThat(signer.get("/").text()).contains("1 项任职提名等您签署");
        String id = Ids.text(Appointment.<Appointment> find("memberId", candidate.id).<Appointment> firstResult().id);
        Pages.Answer signed = signer.submit(Pages.form(signer.get("/appointments"), "/appointments/" + id + "/signature"),
                Map.of());

        assertThat(signer.follow(signed).text()).contains("任职生效", candidate.name);
        assertThat(signer.get("/appointments?show=past").select("h1")).hasSize(1);
    }

    @Test
    void theProposalFormKeepsWhatWasTypedAndNamesWhatIsWrong() {
        Pages proposer = as.pages(first);

        Pages.Answer posted = proposer.submit(Pages.form(proposer.get("/appointments/new"), "/appointments"),
                Map.of("memberNumber", "M000", "office", "", "organizationCode", town.branch().code, "from", "yesterday",
                        "document", ""));

        assertThat(posted.status()).isEqualTo(422);
        assertThat(posted.page().select("[aria-invalid=true]").eachAttr("name"))
                .contains("memberNumber", "office", "from", "document").doesNotContain("organizationCode");
        assertThat(posted.page().selectFirst("[name=organizationCode]").val()).isEqualTo(town.branch().code);
    }

    @Test
    void aMemberWithoutOfficeSeesNoAppointments() {
        assertThat(as.pages(candidate).open("/appointments").status()).isEqualTo(403);
    }

    private Appointment propose(Member person, Organization organization, Office office, Member actor) {
        LocalDate from = time.today();
        return appointments.propose(person.id, organization.id, office, from, null, "测试组〔2026〕1号", actor.id);
    }

    private static void assertRefused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static List<Object> together(Callable<?> one, Callable<?> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Object> left = threads.submit(() -> outcome(one));
            Future<Object> right = threads.submit(() -> outcome(other));
            return List.of(left.get(), right.get());
        } finally {
            threads.shutdown();
        }
    }

    private static Object outcome(Callable<?> call) throws Exception {
        try {
            return call.call();
        } catch (Problem problem) {
            return problem.type();
        }
    }
}
