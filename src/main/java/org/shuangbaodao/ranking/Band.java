package org.shuangbaodao.ranking;

/** Where a row stands. Only the upper third is numbered, so that there is no public last place. */
public enum Band {
    UPPER,
    MIDDLE,
    GROWING;

    /**
     * @param rank counted among all rows, equal scores sharing the better one
     * @param rows how many rows there are
     * @param positive whether there is anything to rank: nobody leads with nothing
     */
    static Band of(int rank, int rows, boolean positive) {
        if (!positive || rank > third(2 * rows)) {
            return GROWING;
        }
        return rank <= third(rows) ? UPPER : MIDDLE;
    }

    private static int third(int rows) {
        return (rows + 2) / 3;
    }
}
