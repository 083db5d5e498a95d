package org.shuangbaodao.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Competition ranking: equal scores share a place and the next place is skipped (1, 1, 3). All rows are counted, whoever is
 * hidden afterwards, so that a board and a profile never disagree.
 */
public final class Ranks {

    private Ranks() {
    }

    /**
     * @param rank among all rows; shown in the upper band only
     * @param change against the period before, null where nothing is told
     */
    public record Placed<T>(T row, int rank, Band band, Change change) {

        Placed(T row, int rank, Band band) {
            this(row, rank, band, null);
        }

        Placed<T> moved(Change how) {
            return new Placed<>(row, rank, band, how);
        }

        /** Places gained, or lost where negative; null where nothing is told, and for a row that is new in the upper band. */
        public Integer placesGained() {
            return change == null ? null : change.places();
        }

        /** True for a row that is new in the upper band, null for any other. */
        public Boolean enteredNow() {
            return change != null && change.entered() ? Boolean.TRUE : null;
        }

        public Integer shownRank() {
            return band == Band.UPPER ? rank : null;
        }

        public Band shownBand() {
            return band == Band.UPPER ? null : band;
        }
    }

    /**
     * The rows in the order a board shows them: the upper band by rank, the bands below by name, equals always in the same
     * order.
     *
     * @param byName the fixed second order
     */
    static <T> List<Placed<T>> of(List<T> rows, Function<T, Score> score, Comparator<T> byName) {
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(score).reversed().thenComparing(byName));
        List<Placed<T>> placed = new ArrayList<>(sorted.size());
        int rank = 0;
        Score above = null;
        for (int i = 0; i < sorted.size(); i++) {
            Score own = score.apply(sorted.get(i));
            if (above == null || own.compareTo(above) != 0) {
                rank = i + 1;
            }
            above = own;
            placed.add(new Placed<>(sorted.get(i), rank, Band.of(rank, sorted.size(), own.isPositive())));
        }
        placed.sort(Comparator.comparing((Placed<T> each) -> each.band).thenComparing((one, other) -> one.band == Band.UPPER
                ? Integer.compare(one.rank, other.rank)
                : 0).thenComparing(Placed::row, byName));
        return placed;
    }
}
