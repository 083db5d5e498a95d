package org.shuangbaodao.ranking;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * People of one scope among themselves. Competition ranking as in {@link Ranks}: equal points share a place, the next one is
 * skipped, and everybody is counted, named or not.
 */
final class MemberRanks {

    // Positions in one number: the band, then the rank, then the order of names.
    private static final int RANK_BITS = 31;

    private final long[] ascending;
    private final int[] shown;
    private final People people;

    /**
     * @param ascending everybody's points, in hundredths
     * @param named who may be named, by index of people, in the order of names
     */
    MemberRanks(long[] ascending, int[] named, People people) {
        this.ascending = ascending;
        this.people = people;
        this.shown = inOrderOfTheBoard(named);
    }

    /** How many were ranked, shown or not. */
    int counted() {
        return ascending.length;
    }

    /** Whether anybody has anything, so that somebody stands in the upper band. */
    boolean isLed() {
        return ascending.length > 0 && ascending[ascending.length - 1] > 0;
    }

    int rankOf(long points) {
        return 1 + ascending.length - firstAbove(points);
    }

    private int firstAbove(long points) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= points) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Band bandOf(long points) {
        return Band.of(rankOf(points), ascending.length, points > 0);
    }

    /** Who may be named, by index of people: the upper band by rank, the bands below by name. */
    List<Integer> shown() {
        return new AbstractList<>() {

            @Override
            public Integer get(int index) {
                return shown[index];
            }

            @Override
            public int size() {
                return shown.length;
            }
        };
    }

    private int[] inOrderOfTheBoard(int[] named) {
        long[] keys = new long[named.length];
        for (int i = 0; i < named.length; i++) {
            long points = people.points(named[i]);
            Band band = bandOf(points);
            long rank = band == Band.UPPER ? rankOf(points) : 0;
            keys[i] = (long) band.ordinal() << 2 * RANK_BITS - 1 | rank << RANK_BITS | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> named[(int) (key & Integer.MAX_VALUE)]).toArray();
    }
}
