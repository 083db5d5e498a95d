package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.ProblemType;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberProblem;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaperAcceptanceTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    PaperAcceptances papers;
    @Inject
    Consents consents;
    @Inject
    BusinessTime time;

    private Town town;
    private Member secretary;
    private Member worker;
    private Member elder;

    @BeforeEach
    void somebodyWithoutAPhone() {
        town = given.town();
        secretary = given.secretary(town.branch());
        worker = given.holder(Office.GRID_WORKER, town.grid());
        elder = given.person().in(town.branch()).notActivated().saved();
    }

    @Test
    void oneEntersAnotherChecksAndOnlyThenItCounts() {
        Pages desk = as.pages(worker);
        Pages.Answer entered = desk.submit(Pages.form(desk.get("/paper-acceptances"), "/paper-acceptances"),
                Map.of("memberNumber", elder.number, "signedOn", time.today().minusDays(3), "recording", "yes", "exchange",
                        "yes"));
        assertThat(desk.follow(entered).text()).contains("等待另一人核对", elder.name);
        assertThat(consents.of(elder.id)).isEmpty();

        Pages office = as.pages(secretary);
        assertThat(office.get("/").text()).contains("1 份纸质同意书等您核对");
        PaperAcceptance paper = PaperAcceptance.find("memberId", elder.id).firstResult();
        office.submit(Pages.form(office.get("/paper-acceptances"), "/paper-acceptances/" + Ids.text(paper.id) + "/check"),
                Map.of());

        assertThat(consents.given(elder.id, ConsentPurpose.RECORDING)).isTrue();
        assertThat(consents.given(elder.id, ConsentPurpose.EXCHANGE)).isTrue();
        assertThat(consents.given(elder.id, ConsentPurpose.PUBLIC_NAME)).isFalse();
        assertThat(consents.historyOf(elder.id)).extracting(event -> event.channel)
                .containsOnly(ConsentEvent.Channel.PAPER);
    }

    @Test
    void whoEnteredItDoesNotCheckItNorHisDeputyNorTheSigner() {
        Member deputy = given.deputy(town.branch());
        PaperAcceptance paper = enter(elder, secretary);
        given.appointed(elder, Office.COMMITTEE_OFFICER, town.committee());

        assertRefused(IdentityProblem.SAME_PERSON, () -> papers.check(paper.id, secretary.id));
        assertRefused(IdentityProblem.SAME_PERSON, () -> papers.check(paper.id, deputy.id));
        assertRefused(IdentityProblem.SAME_PERSON, () -> papers.check(paper.id, elder.id));
        assertRefused(CommonProblem.NOT_FOUND, () -> papers.check(paper.id, worker.id));
        assertRefused(CommonProblem.NOT_FOUND, () -> papers.check(paper.id, given.secretary(given.town().branch()).id));
        papers.check(paper.id, given.officer(town.workingCommittee()).id);
    }

    @Test
    void aDecidedPaperStaysDecidedAndARefusedOneCountsNothing() {
        PaperAcceptance paper = enter(elder, worker);

        papers.refuse(paper.id, secretary.id);

        assertThat(consents.of(elder.id)).isEmpty();
        assertRefused(IdentityProblem.PAPER_DECIDED, () -> papers.check(paper.id, secretary.id));
        enter(elder, worker);
        assertRefused(IdentityProblem.PAPER_WAITING, () -> enter(elder, worker));
    }

    @Test
    void onlyPeopleNearTheMemberEnterForHim() {
        enter(elder, given.holder(Office.LIAISON, town.branch()));

        Member elsewhere = given.holder(Office.GRID_WORKER, given.town().grid());
        Member other = given.person().in(town.branch()).notActivated().saved();
        assertRefused(MemberProblem.UNKNOWN, () -> enter(other, elsewhere));
        assertRefused(MemberProblem.UNKNOWN, () -> enter(other, given.member(town.branch())));
        assertRefused(IdentityProblem.SAME_PERSON, () -> enter(secretary, secretary));
    }

    @Test
    void peopleUnderEighteenAndFutureDatesAreRefused() {
        Member young = given.person().in(town.branch()).born(time.today().minusYears(17)).notActivated().saved();

        assertRefused(IdentityProblem.TOO_YOUNG, () -> enter(young, worker));
        assertRefused(CommonProblem.INVALID, () -> papers.enter(
                new PaperAcceptances.Paper(elder.number, time.today().plusDays(1), false, false), worker.id));
    }

    private PaperAcceptance enter(Member member, Member actor) {
        LocalDate signedOn = time.today().minusDays(1);
        return papers.enter(new PaperAcceptances.Paper(member.number, signedOn, true, false), actor.id);
    }

    private static void assertRefused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
