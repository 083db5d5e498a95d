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
    /** What the member said he had no part in is settled: he had, or takes his word back. */
    RELEASE,
    /** Whoever decided takes it back at once, as a slip. */
    UNDO,
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

    /** Whether its decider can take it back at once. An answer to a query posts nothing that could be taken back. */
    boolean canBeUndone(RecordState from) {
        return this == CONFIRM && from == RecordState.SUBMITTED || this == AWARD || this == RETURN || this == REJECT;
    }

    /** Whether it is what an upheld objection leads to. */
    boolean isRemedy() {
        return this == TAKE_POINTS || this == ANNUL;
    }
}
