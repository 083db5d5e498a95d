package org.shuangbaodao.servicerecord;

import java.util.Set;

/** Where a service record stands. */
public enum RecordState {

    /** Reported, waits for the community. */
    SUBMITTED,
    /** Sent back for correction. */
    RETURNED,
    /** Taken back by who entered it, before any decision. */
    WITHDRAWN,
    /** The community says it did not happen so. Final. */
    REJECTED,
    /** The member says he did not take part, before anything was posted. Final. */
    REPUDIATED,
    /** Minutes are posted, waits for the branch. */
    CONFIRMED,
    /** The branch asks the community to look again; the minutes stand. */
    QUERIED,
    /** Points are posted. */
    AWARDED,
    /** The branch grants no points; the minutes stand. */
    REFUSED,
    /** Minutes and points were taken back. Final. */
    REVERSED;

    private static final Set<RecordState> COUNTED = Set.of(CONFIRMED, QUERIED, AWARDED, REFUSED);
    private static final Set<RecordState> UNDECIDED = Set.of(SUBMITTED, RETURNED);

    /** Whether its minutes stand in a book. */
    public boolean isCounted() {
        return COUNTED.contains(this);
    }

    public boolean isUndecided() {
        return UNDECIDED.contains(this);
    }

    /** How a page colours it: {@code good}, {@code wait}, {@code bad} or {@code plain}. */
    public String tone() {
        return switch (this) {
            case AWARDED -> "good";
            case SUBMITTED, CONFIRMED, QUERIED, RETURNED -> "wait";
            case REJECTED, REVERSED, REPUDIATED -> "bad";
            case WITHDRAWN, REFUSED -> "plain";
        };
    }

    public static Set<RecordState> counted() {
        return COUNTED;
    }

    public static Set<RecordState> undecided() {
        return UNDECIDED;
    }
}
