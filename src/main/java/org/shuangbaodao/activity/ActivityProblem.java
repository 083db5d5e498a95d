package org.shuangbaodao.activity;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about posts. */
public enum ActivityProblem implements ProblemType {

    UNKNOWN_POST("activity/unknown-post", 404),
    /** Only the community's secretary, or the street, keeps its posts. */
    NOT_YOURS("activity/not-yours", 403),
    CHANGED("activity/changed", 409);

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
