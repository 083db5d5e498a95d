package org.shuangbaodao.oversight;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What people are told whose turn came because those nearer stayed silent, with the number of records. */
enum OversightTiding implements Tiding {
    TO_CONFIRM,
    TO_AWARD;

    @Override
    public String message() {
        return "oversight:told_" + name().toLowerCase(Locale.ROOT);
    }
}
