package org.shuangbaodao.ledger;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about the books. */
public enum LedgerProblem implements ProblemType {

    /** Not a quarter, a year or {@code all}: {0}. */
    UNKNOWN_PERIOD("ledger/unknown-period", 422);

    private final String code;
    private final int status;

    LedgerProblem(String code, int status) {
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
