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
    REPUDIATE;

    /** Whether it takes an office; the others belong to the member and to who entered the record. */
    public boolean isDecision() {
        return this == CONFIRM || this == AWARD || this == RETURN || this == REJECT || this == REVERSE;
    }
}
