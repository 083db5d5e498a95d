package org.shuangbaodao.resolution;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about resolutions. */
public enum ResolutionProblem implements ProblemType {

    UNKNOWN("resolution/unknown", 404),
    /** Only the branch's secretary writes a resolution down. */
    NOT_SECRETARY("resolution/not-secretary", 403),
    /** Only an officer above the branch countersigns, who did not write it down himself. */
    NOT_SUPERIOR("resolution/not-superior", 403),
    DECIDED("resolution/decided", 409),
    /** One is waiting already. */
    WAITING("resolution/waiting", 409),
    /** The branch counts so already, or does not. */
    NO_CHANGE("resolution/no-change", 409);

    private final String code;
    private final int status;

    ResolutionProblem(String code, int status) {
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
