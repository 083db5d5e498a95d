package org.shuangbaodao.checkin;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What is told about check-ins, each with the community's name. */
enum CheckInTiding implements Tiding {

    /** His unit has registered him; he is asked. */
    ASKED,
    ACCEPTED,
    DECLINED,
    /** To who entered it: the member does not want it. */
    DISAGREED,
    /** To the community's robot, without a name. */
    TO_RECEIVE;

    @Override
    public String message() {
        return "checkin:told_" + name().toLowerCase(Locale.ROOT);
    }
}
