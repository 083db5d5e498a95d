package org.shuangbaodao.servicerecord;

/** What can be done to a record. Every one of them is asked of {@link DecisionPolicy}. */
public enum Verb {
    CONFIRM,
    AWARD,
    RETURN,
    REJECT,
    REVERSE,
    WITHDRAW,
    CORRECT,
    REPUDIATE,
    /** An objection is upheld: the points were not due; the branch may award anew. */
    TAKE_POINTS,
    /** An objection is upheld: it did not happen so. */
    ANNUL,
    /** The quarter closes while the record is disputed: it goes on in the next one, as it is. */
    CARRY_OVER;

    /** Whether it takes an office; the others belong to the member, to who entered the record, or to a deadline. */
    public boolean isDecision() {
        return this == CONFIRM || this == AWARD || this == RETURN || this == REJECT || this == REVERSE || isRemedy();
    }

    /** Whether it is what an upheld objection leads to. */
    boolean isRemedy() {
        return this == TAKE_POINTS || this == ANNUL;
    }
}
