package org.shuangbaodao.checkin;

import java.util.Set;

/** Where a check-in stands. The days it is valid are its dates, not its state: a withdrawn one was valid before. */
public enum CheckInState {

    /** The unit has registered its member, who has not answered. */
    AWAITING_MEMBER,
    /** The community has not decided. */
    REQUESTED,
    ACCEPTED,
    /** By the community, or by the member whom his unit registered. */
    DECLINED,
    WITHDRAWN,
    /** Ended by the acceptance of another community. */
    MOVED;

    /** At most one check-in per holder, community and period is in one of these. */
    static final Set<CheckInState> LIVE = Set.of(AWAITING_MEMBER, REQUESTED, ACCEPTED);
}
