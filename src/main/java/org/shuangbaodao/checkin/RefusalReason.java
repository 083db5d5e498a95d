package org.shuangbaodao.checkin;

import java.util.List;

/** Why a check-in was declined. The holder reads it in his language, with the text beside it. */
public enum RefusalReason {

    /** Neither lives nor works there. */
    OTHER_AREA,
    /** Another grid or community looks after that address; the text says which. */
    OTHER_COMMUNITY,
    /** What was filled in is missing or unclear; register again with it. */
    INCOMPLETE,
    /** The community could not make out who it is. */
    NOT_RECOGNIZED,
    /** Anything else: the text must say what. */
    OTHER,
    /** The member does not want what his unit entered for him; needs no explanation. */
    MEMBER_DISAGREES;

    /** What a community may choose from. */
    public static final List<RefusalReason> OF_COMMUNITY = List.of(OTHER_AREA, OTHER_COMMUNITY, INCOMPLETE, NOT_RECOGNIZED,
            OTHER);

    public boolean needsText() {
        return this == OTHER || this == OTHER_COMMUNITY;
    }
}
