package org.shuangbaodao.member;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.shuangbaodao.member.AppointmentRules.Seat;
import org.shuangbaodao.organization.OrganizationKind.Tree;

/** 请假委托: who may be stood in for, by whom, and how long. Pure rules, the one place where they stand. */
final class DelegationRules {

    /** Days, first and last included. Whoever is away for longer is replaced by an appointment. */
    static final int LONGEST = 90;

    /**
     * Days after the last one during which principal and stand-in go on counting as one: until the quarter in which they
     * decided
     * has gone through notice, objection and appeal.
     */
    static final int AFTERMATH = 180;

    private static final Set<Office> DELEGABLE = EnumSet.of(Office.BRANCH_SECRETARY, Office.COMMUNITY_SECRETARY,
            Office.GRID_LEAD, Office.COMMITTEE_OFFICER);

    private DelegationRules() {
    }

    /** Which of the two steps of a record an office takes. */
    enum Side {
        CONFIRMING,
        AWARDING,
        NEITHER;

        boolean isAgainst(Side other) {
            return this != NEITHER && other != NEITHER && this != other;
        }
    }

    static Side side(Office office, Tree tree) {
        return switch (office) {
            case COMMUNITY_SECRETARY, GRID_LEAD -> Side.CONFIRMING;
            case BRANCH_SECRETARY, BRANCH_DEPUTY -> Side.AWARDING;
            case COMMITTEE_OFFICER -> tree == Tree.TERRITORY ? Side.CONFIRMING : Side.AWARDING;
            case BRANCH_COMMITTEE_MEMBER, GRID_WORKER, LIAISON, AUDITOR, ADMINISTRATOR -> Side.NEITHER;
        };
    }

    /** An office of one's own: what was given for some days is not given on. */
    static boolean isDelegable(Appointment seat) {
        return DELEGABLE.contains(seat.office) && !seat.isStandIn() && seat.state == AppointmentState.IN_FORCE;
    }

    /**
     * Whether the days will do: both there, not over, not too many, and within the time the office itself is held.
     *
     * @param seat the office of the one who is away
     */
    static boolean areDates(LocalDate from, LocalDate to, Appointment seat, LocalDate today) {
        return from != null && to != null && !to.isBefore(from) && !to.isBefore(today)
                && to.isBefore(from.plusDays(LONGEST)) && !from.isBefore(seat.validFrom)
                && (seat.validTo == null || !seat.validTo.isBefore(to));
    }

    /** Besides those who may give the office: an officer of the same organization, for another one's leave. */
    static boolean mayAnswer(Seat seat, Office office) {
        return office == Office.COMMITTEE_OFFICER && seat.office() == Office.COMMITTEE_OFFICER && seat.here();
    }
}
