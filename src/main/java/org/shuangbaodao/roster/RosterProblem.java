package org.shuangbaodao.roster;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about roster files as a whole; what is wrong with single rows is a {@link FindingKind}. */
public enum RosterProblem implements ProblemType {

    /** Larger than {0} megabytes. */
    FILE_TOO_LARGE("roster/file-too-large", 413),
    /** Neither comma-separated text nor an .xlsx workbook. */
    FILE_TYPE("roster/file-type", 415),
    /** Cannot be read at line {0}. */
    FILE_MALFORMED("roster/file-malformed", 422),
    /** The workbook unpacks to far more than a roster can hold. */
    FILE_INFLATES("roster/file-inflates", 422),
    /** No row with these headers among the first ten: {0}. */
    HEADER_MISSING("roster/header-missing", 422),
    /** More than {0} rows. */
    TOO_MANY_ROWS("roster/too-many-rows", 422),
    FILE_EMPTY("roster/file-empty", 422),
    /** No office of the asker lets him fill any roster. */
    NO_ROSTER("roster/no-roster", 403),
    UNKNOWN("roster/unknown", 404),
    /** Work on this import is under way. */
    BUSY("roster/busy", 409),
    /** It must be checked completely first. */
    NOT_CHECKED("roster/not-checked", 409);

    private final String code;
    private final int status;

    RosterProblem(String code, int status) {
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
