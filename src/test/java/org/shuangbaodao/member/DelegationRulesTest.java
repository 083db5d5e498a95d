package org.shuangbaodao.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.shuangbaodao.member.DelegationRules.Side;
import org.shuangbaodao.organization.OrganizationKind.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DelegationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 19);

    @ParameterizedTest
    @CsvSource({ "2026-10-19,2026-10-19,true", "2026-10-19,2027-01-16,true", "2026-10-19,2027-01-17,false",
            "2026-10-20,2026-10-19,false", "2026-10-10,2026-10-19,true", "2026-10-10,2026-10-18,false",
            "2026-11-01,2026-11-30,true", "2023-12-31,2026-10-20,false" })
    void aLeaveHasTwoDaysAndEndsWithinNinety(LocalDate from, LocalDate to, boolean good) {
        assertThat(DelegationRules.areDates(from, to, seat(null), TODAY)).isEqualTo(good);
    }

    @Test
    void itDoesNotOutlastTheOfficeItself() {
        Appointment seat = seat(LocalDate.of(2026, 10, 31));

        assertThat(DelegationRules.areDates(TODAY, LocalDate.of(2026, 10, 31), seat, TODAY)).isTrue();
        assertThat(DelegationRules.areDates(TODAY, LocalDate.of(2026, 11, 1), seat, TODAY)).isFalse();
    }

    @Test
    void itIsNotGivenOn() {
        Appointment seat = seat(null);
        assertThat(DelegationRules.isDelegable(seat)).isTrue();

        seat.standsInFor = 7L;

        assertThat(DelegationRules.isDelegable(seat)).isFalse();
    }

    @Test
    void whoConfirmsIsAgainstWhoAwards() {
        Side host = DelegationRules.side(Office.COMMUNITY_SECRETARY, Tree.TERRITORY);
        Side street = DelegationRules.side(Office.COMMITTEE_OFFICER, Tree.TERRITORY);
        Side committee = DelegationRules.side(Office.COMMITTEE_OFFICER, Tree.PARTY);
        Side deputy = DelegationRules.side(Office.BRANCH_DEPUTY, Tree.PARTY);

        assertThat(host.isAgainst(committee)).isTrue();
        assertThat(deputy.isAgainst(street)).isTrue();
        assertThat(host.isAgainst(street)).isFalse();
        assertThat(deputy.isAgainst(committee)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Office.class, names = { "BRANCH_COMMITTEE_MEMBER", "GRID_WORKER", "LIAISON", "AUDITOR",
            "ADMINISTRATOR" })
    void whoTakesNoStepIsAgainstNobody(Office office) {
        assertThat(DelegationRules.side(office, Tree.PARTY).isAgainst(Side.CONFIRMING)).isFalse();
        assertThat(DelegationRules.side(office, Tree.PARTY).isAgainst(Side.AWARDING)).isFalse();
    }

    private static Appointment seat(LocalDate lastDay) {
        Appointment seat = new Appointment(1, 2, Office.COMMUNITY_SECRETARY, LocalDate.of(2024, 1, 1), "");
        seat.validTo = lastDay;
        seat.state = AppointmentState.IN_FORCE;
        return seat;
    }
}
