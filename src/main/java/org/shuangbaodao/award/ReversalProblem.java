package org.shuangbaodao.award;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about reversals that take two. */
public enum ReversalProblem implements ProblemType {

    UNKNOWN("reversal/unknown", 404),
    /** Confirmed or refused already. */
    DECIDED("reversal/decided", 409),
    /** Somebody proposed it for one of the records before. */
    WAITING("reversal/waiting", 409);

    private final String code;
    private final int status;

    ReversalProblem(String code, int status) {
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
