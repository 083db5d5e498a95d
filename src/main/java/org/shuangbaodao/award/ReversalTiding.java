package org.shuangbaodao.award;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What whoever proposed a reversal is told, with the number of records. */
enum ReversalTiding implements Tiding {
    REVERSAL_CONFIRMED,
    REVERSAL_REFUSED;

    @Override
    public String message() {
        return "award:told_" + name().toLowerCase(Locale.ROOT);
    }
}
