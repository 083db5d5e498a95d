package org.shuangbaodao.oversight;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about having nothing to report. */
public enum OversightProblem implements ProblemType {

    /** {0} is not a quarter that is over. */
    QUARTER_RUNS("zero-report/quarter-runs", 422),
    /** The notice of {0} has begun, or it is long over. */
    QUARTER_CLOSED("zero-report/quarter-closed", 409),
    /** {0} records of that quarter are there. */
    THERE_IS_SERVICE("zero-report/there-is-service", 409),
    /** Only branches and communities report. */
    DOES_NOT_REPORT("zero-report/does-not-report", 422);

    private final String code;
    private final int status;

    OversightProblem(String code, int status) {
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
