package org.shuangbaodao.roster;

/** What can be noticed about a row; the reader's words for each stand in the {@code roster} messages. */
enum FindingKind {

    NAME_MISSING,
    NAME_MALFORMED,
    BRANCH_MISSING,
    /** {0} the name, {1} the nearest ones. */
    BRANCH_UNKNOWN,
    /** {0} the name, {1} the superiors it exists below. */
    BRANCH_AMBIGUOUS,
    BRANCH_OUT_OF_REACH,
    /** {0} digits found. */
    ID_NUMBER_LENGTH,
    ID_NUMBER_CHECK_DIGIT,
    /** A spreadsheet kept 15 digits of a number and put zeros for the rest. */
    ID_NUMBER_ROUNDED,
    ID_NUMBER_DATE,
    /** {0} the date in the column, {1} the one in the number. */
    BIRTH_DATE_DIFFERS,
    BIRTH_DATE_MISSING,
    /** {0} as written. */
    BIRTH_DATE_UNREADABLE,
    BIRTH_DATE_FUTURE,
    UNDER_AGE,
    JOINED_UNREADABLE,
    JOINED_FUTURE,
    JOINED_BEFORE_BIRTH,
    JOINED_UNDER_AGE,
    /** {0} as written, {1} what is known. */
    CATEGORY_UNKNOWN,
    GENDER_UNKNOWN,
    /** {0} digits found. */
    PHONE_LENGTH,
    /** {0} the name, {1} the nearest ones with their streets. */
    COMMUNITY_UNKNOWN,
    /** {0} the name, {1} the streets that have one. */
    COMMUNITY_AMBIGUOUS,
    /** {0} the column. */
    FORMULA,
    CELL_TOO_LONG,
    /** {0} the line it repeats. */
    REPEATED_IN_FILE,
    /** {0} number and masked name, {1} the branch where the reader may know it. */
    ON_OTHER_ROSTER,

    ALREADY_ON_ROSTER(Severity.NOTE),
    /** Known as a person, on no roster at present. */
    KNOWN_BEFORE(Severity.NOTE),
    /** {0} the columns. */
    FULL_WIDTH(Severity.NOTE),
    NAME_SPACES(Severity.NOTE),
    RARE_CHARACTER(Severity.NOTE),
    /** {0} the column, {1} as written, {2} as read. */
    DATE_FORM(Severity.NOTE),
    DATE_MONTH_ONLY(Severity.NOTE),
    BIRTH_DATE_FROM_ID_NUMBER(Severity.NOTE),
    /** {0} as written, {1} as read. */
    BRANCH_SHORT(Severity.NOTE),
    COMMUNITY_SHORT(Severity.NOTE),
    COMMUNITY_MISSING(Severity.NOTE),
    PHONE_PUNCTUATION(Severity.NOTE),
    /** {0} the column. */
    FORMULA_IGNORED(Severity.NOTE),
    FORMULA_RESULT(Severity.NOTE);

    /** Notes say what was put in order or is worth a look; an error keeps the row out. */
    enum Severity {
        NOTE,
        ERROR
    }

    private final Severity severity;

    FindingKind() {
        this(Severity.ERROR);
    }

    FindingKind(Severity severity) {
        this.severity = severity;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
