package org.shuangbaodao.ranking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Period;

/**
 * Everybody's standing in one period; immutable. Ranks count all, what leaves for a page are the listed ones only.
 *
 * @param counted everybody whose work is in some figure of the period
 * @param listed who may be named
 * @param rows everybody who belongs to a cell that is shown, with his place among all of them
 */
record MemberBoard(Period period, Instant asOf, boolean provisional, Set<Long> counted, Set<Long> listed,
        Map<Long, Ranks.Placed<MemberBoard.Row>> rows) {

    static MemberBoard of(Period period, Instant asOf, boolean provisional, Set<Long> counted, Set<Long> listed,
            List<Row> rows) {
        return new MemberBoard(period, asOf, provisional, counted, listed, rank(rows).stream()
                .collect(Collectors.toUnmodifiableMap(placed -> placed.row().id, Function.identity())));
    }

    /** Everybody whose cell lies wholly inside {@code path}, ranked among themselves. */
    List<Ranks.Placed<Row>> within(String path) {
        return rank(rows.values().stream().map(Ranks.Placed::row).filter(row -> row.cell.path().startsWith(path)).toList());
    }

    private static List<Ranks.Placed<Row>> rank(List<Row> rows) {
        return Ranks.of(rows, Row::score, Row.BY_NAME);
    }

    /**
     * One person.
     *
     * @param name null unless he agreed to be named
     * @param cell the branch, or the organization it is merged into
     * @param points hundredths
     */
    record Row(long id, String name, String sortKey, Place cell, boolean merged, long points, long minutes) {

        static final Comparator<Row> BY_NAME = Comparator.comparing(Row::sortKey).thenComparingLong(Row::id);

        Score score() {
            return new Score(points, 1);
        }
    }
}
