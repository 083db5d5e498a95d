package org.shuangbaodao.attendance;

import java.util.List;

/** Where somebody stands with a slot. */
public enum SignUpState {
    /** Has a place. */
    TAKEN,
    /** Waits for one. */
    WAITING,
    WITHDRAWN,
    /** The activity does not take place. */
    CANCELLED;

    /** Those who want to come. */
    static final List<SignUpState> LIVE = List.of(TAKEN, WAITING);

    public boolean isLive() {
        return LIVE.contains(this);
    }
}
