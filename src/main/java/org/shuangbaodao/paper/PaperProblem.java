package org.shuangbaodao.paper;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about sheets, and about single rows of them. */
public enum PaperProblem implements ProblemType {

    UNKNOWN("paper/unknown", 404),
    NOT_YOURS("paper/not-yours", 403),
    /** Neither an activity that takes place nor a community. */
    NO_OCCASION("paper/no-occasion", 422),
    /** More than {0} days on one sheet, or days that are out of reach. */
    DAYS("paper/days", 422),
    /** Received already, on {0}. */
    ALREADY_RECEIVED("paper/already-received", 409),
    /** It must be received before it is typed. */
    NOT_RECEIVED("paper/not-received", 409),
    /** Typed already, on {0}, with {1} records. */
    ALREADY_APPLIED("paper/already-applied", 409),
    VOIDED("paper/voided", 409),
    NOTHING_TYPED("paper/nothing-typed", 422),
    /** {0} rows cannot be taken as they are; the extension {@code rows} tells which and why. */
    ROWS_REFUSED("paper/rows-refused", 422),
    /** The file is of another sheet. */
    OTHER_SHEET("paper/other-sheet", 422),

    NUMBER_MISSING("paper/number-missing", 422),
    NUMBER_UNKNOWN("paper/number-unknown", 422),
    NAME_DIFFERS("paper/name-differs", 422),
    UNSIGNED("paper/unsigned", 422),
    /** Not a day of the sheet: {0} to {1}. */
    DAY_UNFIT("paper/day-unfit", 422),
    TIME_UNREADABLE("paper/time-unreadable", 422),
    /** It ends after the sheet was received, on {0}. */
    AFTER_RECEIPT("paper/after-receipt", 422),
    CONTENT_MISSING("paper/content-missing", 422),
    TEXT_TOO_LONG("paper/text-too-long", 422),
    /** The community has not accepted his check-in. */
    NOT_ACCEPTED("paper/not-accepted", 422);

    private final String code;
    private final int status;

    PaperProblem(String code, int status) {
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
