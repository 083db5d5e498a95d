package org.shuangbaodao.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.RosterState;

import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void whoComesInJulyIsAskedForHisPartOfTheYear() {
        Membership membership = Membership.in(2026, List.of(on(7, "2026-07-01", null)), List.of(), TODAY);

        assertThat(membership).isEqualTo(new Membership(7L, 184, 365));
    }

    @Test
    void aTransferChangesTheBranchAndLeavesTheDays() {
        Membership membership = Membership.in(2026,
                List.of(on(7, "2020-01-01", "2026-03-31"), on(8, "2026-04-01", null)), List.of(), TODAY);

        assertThat(membership).isEqualTo(new Membership(8L, 365, 365));
    }

    @Test
    void exemptedDaysAreNotAskedForAndOverlappingOnesCountOnce() {
        Membership membership = Membership.in(2028, List.of(on(7, "2020-01-01", null)),
                List.of(exempt("2028-02-01", "2028-02-29"), exempt("2028-02-15", "2028-03-10")), TODAY);

        assertThat(membership.days()).isEqualTo(366 - 29 - 10);
        assertThat(membership.daysOfYear()).isEqualTo(366);
    }

    @Test
    void whoStandsOnNoApprovedRosterHasNoBranch() {
        Affiliation waiting = on(7, "2026-01-01", null);
        waiting.rosterState = RosterState.PENDING;

        assertThat(Membership.in(2026, List.of(waiting), List.of(), TODAY).branchId()).isNull();
    }

    private static Affiliation on(long branch, String from, String to) {
        Affiliation affiliation = new Affiliation(1, branch, LocalDate.parse(from));
        affiliation.validTo = to == null ? null : LocalDate.parse(to);
        affiliation.rosterState = RosterState.APPROVED;
        return affiliation;
    }

    private static TargetExemption exempt(String first, String last) {
        return new TargetExemption(1, LocalDate.parse(first), LocalDate.parse(last), "支委会〔2028〕1号", 2, Instant.EPOCH);
    }
}
