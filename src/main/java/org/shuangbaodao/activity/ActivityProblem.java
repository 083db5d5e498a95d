package org.shuangbaodao.activity;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about activities and posts. */
public enum ActivityProblem implements ProblemType {

    UNKNOWN_POST("activity/unknown-post", 404),
    /** Only the community's secretary, or the street, keeps its posts. */
    NOT_YOURS("activity/not-yours", 403),
    CHANGED("activity/changed", 409),
    UNKNOWN("activity/unknown", 404),
    /** No office of his lets him publish for that organization. */
    NOT_ORGANIZER("activity/not-organizer", 403),
    /** Not a community, or not one on that day: {0}. */
    COMMUNITY_UNFIT("activity/community-unfit", 422),
    CANCELLED("activity/cancelled", 409),
    /** It has been over for more than a day: what is wrong with it is a matter of its records. */
    OVER("activity/over", 409),
    /** Somebody may have signed up for a slot; it is moved, or the activity cancelled. */
    SLOT_STAYS("activity/slot-stays", 422);

    private final String code;
    private final int status;

    ActivityProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
