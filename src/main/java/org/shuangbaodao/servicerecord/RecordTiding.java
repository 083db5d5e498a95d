package org.shuangbaodao.servicerecord;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What is told about records, each with day and hours. */
enum RecordTiding implements Tiding {

    /** Somebody else entered it; the member can say that he did not take part. */
    ENTERED,
    CORRECTED,
    WITHDRAWN,
    /** The first of two has confirmed it. */
    SIGNED,
    CONFIRMED,
    AWARDED,
    RETURNED,
    QUERIED,
    REJECTED,
    REFUSED,
    REVERSED,
    POINTS_REVERSED,
    /** The member had said that he did not take part, and was right. */
    SETTLED,
    /** A decision was taken back as a slip. */
    UNDONE,
    /** What the member denied is settled: he took part. */
    RELEASED,
    /** To who entered or decided it: the member says that he did not take part. */
    DENIED,
    /** An objection was upheld. */
    POINTS_TAKEN,
    ANNULLED,
    CARRIED_OVER,
    /** To who entered it for somebody. */
    ENTRY_RETURNED,
    ENTRY_REJECTED,
    /** To the robots of communities and branches, without day and hours. */
    TO_CONFIRM,
    TO_AWARD;

    @Override
    public String message() {
        return "servicerecord:told_" + name().toLowerCase(Locale.ROOT);
    }
}
