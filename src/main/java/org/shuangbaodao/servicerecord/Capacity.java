package org.shuangbaodao.servicerecord;

import org.shuangbaodao.member.Office;

/** In which capacity somebody takes a step: the one whose turn it is, in the order of the step's substitutes. */
public enum Capacity {

    /** The member, or who entered the record for him. */
    SELF(null),
    COMMUNITY_SECRETARY(Step.CONFIRMATION),
    GRID_LEAD(Step.CONFIRMATION),
    STREET_OFFICER(Step.CONFIRMATION),
    /** For service outside the area: an officer above the branch confirms on the issuer's proof number. */
    SUPERIOR_FOR_OUTSIDE(Step.CONFIRMATION),
    BRANCH_SECRETARY(Step.AWARD),
    BRANCH_DEPUTY(Step.AWARD),
    SUPERIOR_OFFICER(Step.AWARD),
    /** With whom an objection lies: the notice knows who that is. */
    OBJECTION(null),
    /** The closing of a quarter, which judges nothing. */
    CLOSING(null);

    /** The two steps no person takes both of. */
    public enum Step {
        CONFIRMATION,
        AWARD
    }

    private final Step step;

    Capacity(Step step) {
        this.step = step;
    }

    /** The office that gives it, null where none does. */
    Office office() {
        return switch (this) {
            case COMMUNITY_SECRETARY -> Office.COMMUNITY_SECRETARY;
            case GRID_LEAD -> Office.GRID_LEAD;
            case STREET_OFFICER, SUPERIOR_FOR_OUTSIDE, SUPERIOR_OFFICER -> Office.COMMITTEE_OFFICER;
            case BRANCH_SECRETARY -> Office.BRANCH_SECRETARY;
            case BRANCH_DEPUTY -> Office.BRANCH_DEPUTY;
            case SELF, OBJECTION, CLOSING -> null;
        };
    }

    /** Whether it lies above those who are near. */
    boolean isSuperior() {
        return this == STREET_OFFICER || this == SUPERIOR_FOR_OUTSIDE || this == SUPERIOR_OFFICER;
    }

    /** Null where it belongs to neither. */
    public Step step() {
        return step;
    }
}
