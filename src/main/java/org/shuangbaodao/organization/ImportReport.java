package org.shuangbaodao.organization;

import java.util.List;

/** What an import did; a row with an error was left out, the others stand. */
public record ImportReport(int created, int renamed, int unchanged, List<RowError> errors) {

    /** Why a row could not be taken. */
    public enum Reason {
        /** A code or a name is missing. */
        INCOMPLETE,
        /** The code is longer than 40 or the name longer than 120 characters. */
        TOO_LONG,
        UNKNOWN_KIND,
        /** Its superior is neither known nor above it in the file. */
        UNKNOWN_SUPERIOR,
        UNKNOWN_SEAT,
        /** That kind cannot stand below that superior. */
        WRONG_PLACE,
        /** The code belongs to something of another kind. */
        OTHER_KIND,
        /** It stands elsewhere in the tree; moving takes a decision. */
        STANDS_ELSEWHERE,
        /** The code belonged to an organization that is no more. */
        DISSOLVED
    }

    /** @param row as a spreadsheet counts, the header being row 1 */
    public record RowError(long row, Reason reason, String code) {
    }
}
