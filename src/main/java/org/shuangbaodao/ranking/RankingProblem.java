package org.shuangbaodao.ranking;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about boards. */
public enum RankingProblem implements ProblemType {

    /** The operator does not publish this board. */
    SWITCHED_OFF("ranking/switched-off", 404),
    /** {0}: what was asked for is neither a quarter nor a year nor all time, or has not begun. */
    PERIOD_UNKNOWN("ranking/period-unknown", 422);

    private final String code;
    private final int status;

    RankingProblem(String code, int status) {
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
