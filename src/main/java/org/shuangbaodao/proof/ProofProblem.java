package org.shuangbaodao.proof;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about digests. */
public enum ProofProblem implements ProblemType {

    /** {0} has no digest. */
    NO_DIGEST("proof/no-digest", 404);

    private final String code;
    private final int status;

    ProofProblem(String code, int status) {
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
