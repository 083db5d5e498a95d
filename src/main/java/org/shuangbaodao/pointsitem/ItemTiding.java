package org.shuangbaodao.pointsitem;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What a member is told about items, each with the item's name and its day. */
enum ItemTiding implements Tiding {

    PROPOSED,
    /** With the last day on which he is heard. */
    HEARING,
    WITHDRAWN,
    APPROVED,
    REFUSED,
    REVERSED;

    @Override
    public String message() {
        return "pointsitem:told_" + name().toLowerCase(Locale.ROOT);
    }
}
