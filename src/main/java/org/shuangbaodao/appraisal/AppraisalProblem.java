package org.shuangbaodao.appraisal;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about targets, appraisals and commendations. */
public enum AppraisalProblem implements ProblemType {

    /** Not there, or out of reach. */
    UNKNOWN("appraisal/unknown", 404),
    /** Nobody decides in his own case. */
    OWN_CASE("appraisal/own-case", 403),
    /** Somebody recorded another decision meanwhile. */
    CHANGED_MEANWHILE("appraisal/changed-meanwhile", 409);

    private final String code;
    private final int status;

    AppraisalProblem(String code, int status) {
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
