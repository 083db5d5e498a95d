package org.shuangbaodao.organization;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about organizations. */
public enum OrganizationProblem implements ProblemType {

    /** {0}: the code nobody knows. */
    UNKNOWN("organization/unknown", 404),
    /** {0}: the code that is taken. */
    CODE_TAKEN("organization/code-taken", 409),
    /** {0} cannot stand directly below {1}. */
    WRONG_PLACE("organization/wrong-place", 422),
    /** It, or what it would go to, no longer exists on that day. */
    DISSOLVED("organization/dissolved", 409),
    /** Something still stands below it: {0} organizations. */
    HAS_CHILDREN("organization/has-children", 409),
    /** Only organizations of the same kind can be merged. */
    DIFFERENT_KIND("organization/different-kind", 422),
    /** The day lies in the future or before the organization began. */
    WRONG_DAY("organization/wrong-day", 422),
    /** A list without the columns it needs: {0}. */
    LIST_COLUMNS("organization/list-columns", 422),
    /** A list that is no comma-separated text at all. */
    LIST_MALFORMED("organization/list-malformed", 422);

    private final String code;
    private final int status;

    OrganizationProblem(String code, int status) {
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
