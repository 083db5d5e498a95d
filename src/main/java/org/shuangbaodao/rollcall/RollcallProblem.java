package org.shuangbaodao.rollcall;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about whole activities. */
public enum RollcallProblem implements ProblemType {

    /** Neither runs it nor could confirm it. */
    NOT_YOURS("rollcall/not-yours", 403),
    /** Something was handed in or decided since the page was made. */
    CHANGED("rollcall/changed", 409),
    /** There is a record of this person and slot already. */
    ALREADY("rollcall/already", 409),
    /** More people than {0} in one list. */
    TOO_MANY("rollcall/too-many", 422);

    private final String code;
    private final int status;

    RollcallProblem(String code, int status) {
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
