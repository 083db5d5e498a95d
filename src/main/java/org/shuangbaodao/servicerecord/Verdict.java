package org.shuangbaodao.servicerecord;

/** What the policy says to a verb: go on to a state in a capacity, or why not. */
public sealed interface Verdict {

    /** It may be done. */
    record Allowed(Capacity capacity, RecordState next) implements Verdict {
    }

    /** It may not. */
    record Refused(Reason reason) implements Verdict {
    }

    /** Why not; all but the last two answer 403. */
    enum Reason {
        /** Nobody decides about his own record. */
        OWN_RECORD,
        /** Nor about one he entered for somebody else. */
        OWN_ENTRY,
        /** Nor takes both steps, nor judges an objection to a step he took. */
        BOTH_STEPS,
        /** Principal and deputy count as one person. */
        PAIR,
        /** Who proposed to take something back is not the second person, nor is his principal or deputy. */
        SAME_PERSON,
        /** Somebody nearer is there and has not been silent for ten working days. */
        NOT_YET,
        /** More than eight hours on one day, or entered very late: one level up decides. */
        SUPERIOR_NEEDED,
        /** No office of his reaches this. */
        NO_OFFICE,
        /** Somebody decided first. */
        WRONG_STATE,
        /** The member says he did not take part; that is to be settled first. */
        HELD
    }
}
