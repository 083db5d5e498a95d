package org.shuangbaodao.ranking;

import java.util.Arrays;

/**
 * Everybody whose work is in some figure of a period, in ascending order of ids: as arrays, because there may be a million.
 *
 * @param ids ascending
 * @param cells each one's cell by its number, -1 where he is in none that is shown
 * @param points hundredths
 */
record People(long[] ids, int[] cells, long[] points, int[] minutes) {

    int count() {
        return ids.length;
    }

    /** Negative for somebody who is not counted. */
    int indexOf(long id) {
        return Arrays.binarySearch(ids, id);
    }

    long id(int index) {
        return ids[index];
    }

    int cell(int index) {
        return cells[index];
    }

    long points(int index) {
        return points[index];
    }

    long minutes(int index) {
        return minutes[index];
    }
}
