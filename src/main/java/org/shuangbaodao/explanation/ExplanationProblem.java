package org.shuangbaodao.explanation;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about links. */
public enum ExplanationProblem implements ProblemType {

    /** {0} links work at the same time at most. */
    TOO_MANY_LINKS("explanation/too-many-links", 409);

    private final String code;
    private final int status;

    ExplanationProblem(String code, int status) {
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
