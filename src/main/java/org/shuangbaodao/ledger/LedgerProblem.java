package org.shuangbaodao.ledger;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about the books. */
public enum LedgerProblem implements ProblemType {

    /** Not a quarter, a year or {@code all}: {0}. */
    UNKNOWN_PERIOD("ledger/unknown-period", 422),
    /** The quarter {0} is in notice or closed already. */
    NOT_OPEN("ledger/not-open", 409),
    /** The notice of {0} can start on {1} at the earliest. */
    TOO_EARLY("ledger/too-early", 409),
    /** {0} comes first. */
    EARLIER_FIRST("ledger/earlier-first", 409),
    /** {0} is not in notice. */
    NOT_IN_NOTICE("ledger/not-in-notice", 409),
    /** The notice of {0} runs up to {1}. */
    NOTICE_RUNS("ledger/notice-runs", 409);

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
