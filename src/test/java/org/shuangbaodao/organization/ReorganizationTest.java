package org.shuangbaodao.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.ProblemType;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberProblem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Reorganization.Decision;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReorganizationTest {

    @Inject
    Given given;
    @Inject
    Reorganization reorganization;
    @Inject
    Organizations organizations;
    @Inject
    Members members;
    @Inject
    Offices offices;
    @Inject
    BusinessTime time;

    private Decision decided(LocalDate day, Member actor) {
        return new Decision(day, "组发〔2026〕8号", actor == null ? null : actor.id);
    }

    private static <T> T anew(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(read::get);
    }

    private static void assertRefused(ProblemType expected, Runnable change) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(expected));
    }

    @Test
    void anOfficerOfTheSuperiorRenames() {
        Town town = given.town();
        Member officer = given.officer(town.committee());

        reorganization.rename(town.branch().code, "　新名称党支部 ", decided(time.today(), officer));

        assertThat(anew(() -> organizations.byCode(town.branch().code)).name).isEqualTo("新名称党支部");
        assertThat(OrganizationChange.of(town.branch().id)).singleElement()
                .satisfies(change -> assertThat(change.document).isEqualTo("组发〔2026〕8号"));
    }

    @Test
    void nobodyElseDoes() {
        Town town = given.town();
        for (Member other : new Member[] { given.secretary(town.branch()), given.officer(given.town().committee()),
                given.administrator(town.workingCommittee()) }) {
            assertRefused(CommonProblem.FORBIDDEN,
                    () -> reorganization.rename(town.branch().code, "x", decided(time.today(), other)));
        }
        assertRefused(CommonProblem.FORBIDDEN, () -> reorganization.rename(town.workingCommittee().code, "x",
                decided(time.today(), given.officer(town.workingCommittee()))));
    }

    @Test
    void neverInTheFutureNorBeforeItsBeginningNorWithoutADocument() {
        Town town = given.town();
        String code = town.branch().code;

        assertRefused(OrganizationProblem.WRONG_DAY,
                () -> reorganization.rename(code, "x", decided(time.today().plusDays(1), null)));
        assertRefused(OrganizationProblem.WRONG_DAY,
                () -> reorganization.dissolve(code, decided(Given.LONG_AGO.minusDays(1), null)));
        assertRefused(CommonProblem.INVALID,
                () -> reorganization.rename(code, "x", new Decision(time.today(), " ", null)));
    }

    @Test
    void aMergerTakesMembersSubordinatesAndSeatsAlong() {
        Town town = given.town();
        Organization into = given.branch(town.committee());
        Organization cell = given.organization(OrganizationKind.CELL, town.branch(), null);
        Member approved = given.member(town.branch());
        Member pending = given.person().in(town.branch()).pending().saved();
        Member secretary = given.secretary(town.branch());
        LocalDate last = time.today().minusDays(1);

        reorganization.merge(town.branch().code, into.code, decided(last, given.officer(town.committee())));

        assertThat(anew(() -> members.branchOn(approved.id, last)).orElseThrow().branchId).isEqualTo(town.branch().id);
        assertThat(anew(() -> members.branchOn(approved.id, time.today())).orElseThrow().branchId).isEqualTo(into.id);
        assertThat(anew(() -> members.branchOn(pending.id, time.today()))).isEmpty();
        assertThat(anew(() -> Affiliation.of(pending.id, time.today())).orElseThrow().branchId).isEqualTo(into.id);
        Organization moved = anew(() -> organizations.byCode(cell.code));
        assertThat(moved.superiors()).startsWith(into.id, town.committee().id);
        assertThat(moved.parentId).isEqualTo(into.id);
        Organization gone = anew(() -> organizations.byCode(town.branch().code));
        assertThat(gone.validTo).isEqualTo(last);
        assertThat(anew(() -> organizations.successorOf(gone)).id).isEqualTo(into.id);
        assertThat(anew(() -> offices.holders(Office.BRANCH_SECRETARY, gone))).doesNotContain(secretary.id);
    }

    @Test
    void onlyTheSameKindMergesAndNothingIntoItself() {
        Town town = given.town();

        assertRefused(OrganizationProblem.DIFFERENT_KIND,
                () -> reorganization.merge(town.branch().code, town.committee().code, decided(time.today(), null)));
        assertRefused(OrganizationProblem.WRONG_PLACE,
                () -> reorganization.merge(town.branch().code, town.branch().code, decided(time.today(), null)));
    }

    @Test
    void whatIsStillNeededIsNotDissolved() {
        Town town = given.town();
        Member member = given.member(town.branch());

        assertRefused(OrganizationProblem.HAS_CHILDREN,
                () -> reorganization.dissolve(town.committee().code, decided(time.today(), null)));
        assertRefused(MemberProblem.STILL_HAS_MEMBERS,
                () -> reorganization.dissolve(town.branch().code, decided(time.today(), null)));
        assertThat(anew(() -> organizations.byCode(town.branch().code)).validTo).isNull();
        assertThat(anew(() -> members.branchOn(member.id, time.today()))).isPresent();
    }

    @Test
    void anEmptyOneEndsAndStaysKnown() {
        Town town = given.town();
        Organization branch = given.branch(town.committee());

        reorganization.dissolve(branch.code, decided(time.today(), null));

        assertThat(anew(() -> organizations.byCode(branch.code)).validTo).isEqualTo(time.today());
        assertRefused(OrganizationProblem.DISSOLVED,
                () -> reorganization.rename(branch.code, "x", decided(time.today(), null)));
    }
}
