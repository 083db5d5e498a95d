package org.shuangbaodao.attendance;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What those who signed up are told, each with the activity's name and its day. */
enum AttendanceTiding implements Tiding {

    CANCELLED,
    MOVED,
    /** He moved up from the waiting list. */
    GAINED;

    @Override
    public String message() {
        return "attendance:told_" + name().toLowerCase(Locale.ROOT);
    }
}
