package org.shuangbaodao.inspection;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about spot checks and what stands out. */
public enum InspectionProblem implements ProblemType {

    UNKNOWN("inspection/unknown", 404),
    /** Records of the quarter may still come in. */
    TOO_EARLY("inspection/too-early", 409),
    /** This organization and quarter have their check. */
    ORDERED_BEFORE("inspection/ordered-before", 409),
    /** The list is fixed, the seed is not known yet. */
    NOT_DRAWN("inspection/not-drawn", 409),
    /** He entered, confirmed or awarded it, or it is his own; another one asks. */
    INVOLVED("inspection/involved", 403),
    /** Somebody else was first. */
    ANSWERED("inspection/answered", 409),
    /** The member was asked before. */
    ASKED("inspection/asked", 409),
    /** Nobody stands out in this way, or no longer so. */
    NOTHING_THERE("inspection/nothing-there", 404),
    /** Somebody looked at exactly this. */
    LOOKED_AT("inspection/looked-at", 409);

    private final String code;
    private final int status;

    InspectionProblem(String code, int status) {
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
