package org.shuangbaodao.member;

import java.util.Set;

import org.shuangbaodao.organization.Organization;

/** Who may give which office: pure rules, the one place where they stand. */
final class AppointmentRules {

    /** Name their own helpers. */
    private static final Set<Office> SECRETARIES = Set.of(Office.BRANCH_SECRETARY, Office.COMMUNITY_SECRETARY,
            Office.COMMITTEE_OFFICER);

    private AppointmentRules() {
    }

    /**
     * An office somebody holds, as seen from the organization an office is to be given in.
     *
     * @param here held in that very organization
     * @param directlyAbove held in the organization right above
     * @param above held anywhere above
     * @param atRoot held at the top of its tree
     */
    record Seat(Office office, boolean here, boolean directlyAbove, boolean above, boolean atRoot) {

        static Seat of(Appointment held, Organization organization) {
            boolean here = held.organizationId.equals(organization.id);
            var superiors = organization.superiors();
            long root = superiors.isEmpty() ? organization.id : superiors.get(superiors.size() - 1);
            return new Seat(held.office, here, held.organizationId.equals(organization.parentId),
                    superiors.contains(held.organizationId), held.organizationId == root);
        }
    }

    /**
     * Whether who sits there may propose for the office, and in the same way give the second signature.
     *
     * @param root whether the office is one of an organization at the top of its tree
     */
    static boolean mayGive(Seat seat, Office office, boolean root) {
        boolean officerAbove = seat.office == Office.COMMITTEE_OFFICER && seat.above;
        return switch (office) {
            case ADMINISTRATOR -> seat.office == Office.ADMINISTRATOR;
            case AUDITOR -> seat.office == Office.COMMITTEE_OFFICER && seat.atRoot;
            // Nobody stands above the top: there the two administrators write down what the superior decided on paper.
            case COMMITTEE_OFFICER -> root ? seat.office == Office.ADMINISTRATOR : officerAbove;
            case BRANCH_SECRETARY, BRANCH_DEPUTY, BRANCH_COMMITTEE_MEMBER, COMMUNITY_SECRETARY, GRID_LEAD -> officerAbove;
            case GRID_WORKER, LIAISON -> officerAbove || seat.here && SECRETARIES.contains(seat.office)
                    || seat.directlyAbove && seat.office == Office.COMMUNITY_SECRETARY;
        };
    }

    /** Whether it takes a second signature. */
    static boolean takesTwo(Office office) {
        return office.isDeciding() || office == Office.AUDITOR || office == Office.ADMINISTRATOR;
    }

    /** Whether one person must not hold both: administrators hold nothing else, auditors decide nothing. */
    static boolean apart(Office one, Office other) {
        if (one == Office.ADMINISTRATOR || other == Office.ADMINISTRATOR) {
            return one != other;
        }
        return one == Office.AUDITOR && other.isDeciding() || other == Office.AUDITOR && one.isDeciding();
    }
}
