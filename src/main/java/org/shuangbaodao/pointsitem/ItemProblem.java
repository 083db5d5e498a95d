package org.shuangbaodao.pointsitem;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about items. */
public enum ItemProblem implements ProblemType {

    UNKNOWN("item/unknown", 404),
    OWN_ITEM("item/own", 403),
    OWN_PROPOSAL("item/own-proposal", 403),
    PAIR("item/pair", 403),
    /** The branch itself decides first. */
    NOT_YET("item/not-yet", 403),
    NO_OFFICE("item/no-office", 403),
    /** Somebody decided first. */
    WRONG_STATE("item/wrong-state", 409),
    /** The member may still answer, up to {0}. */
    HEARING_RUNS("item/hearing-runs", 409),
    /** Its day, {0}, has not come. */
    TOO_EARLY("item/too-early", 409),
    /** The rules or the branch's resolution do not provide for it on that day. */
    NOT_PROVIDED("item/not-provided", 409),
    /** Changed since it was looked at. */
    CHANGED_MEANWHILE("item/changed-meanwhile", 409),
    REASON_NEEDED("item/reason-needed", 422);

    private final String code;
    private final int status;

    ItemProblem(String code, int status) {
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
