package org.shuangbaodao.statement;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about printed statements. */
public enum StatementProblem implements ProblemType {

    /** Neither a branch nor a community within reach. */
    NOT_YOURS("statement/not-yours", 403),
    /** No quarter, or one that is not over. */
    NO_QUARTER("statement/no-quarter", 422),
    /** Nobody chosen who needs one, or more than {0}. */
    NOBODY("statement/nobody", 422);

    private final String code;
    private final int status;

    StatementProblem(String code, int status) {
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
