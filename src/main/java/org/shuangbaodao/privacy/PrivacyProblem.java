package org.shuangbaodao.privacy;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about being forgotten. */
enum PrivacyProblem implements ProblemType {

    /** He holds an office, or records of his are not decided. */
    NOT_SETTLED("privacy/not-settled", 409),
    DECIDED("privacy/decided", 409);

    private final String code;
    private final int status;

    PrivacyProblem(String code, int status) {
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
