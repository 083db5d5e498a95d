package org.shuangbaodao.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.shuangbaodao.kernel.Period;

/** A board of organizations in one period, as it stood at a moment; immutable and shared by all readers. */
record OrganizationBoard(BoardKind kind, Period period, Instant asOf, boolean provisional,
        List<Ranks.Placed<OrganizationBoard.Row>> ranked) {

    static OrganizationBoard of(BoardKind kind, Period period, Instant asOf, boolean provisional,
            List<Row> rows) {
        return new OrganizationBoard(kind, period, asOf, provisional, rank(kind, rows));
    }

    /** The rows wholly inside {@code path}, ranked among themselves. */
    List<Ranks.Placed<Row>> within(String path) {
        return rank(kind, ranked.stream().map(Ranks.Placed::row).filter(row -> row.place.path().startsWith(path)).toList());
    }

    private static List<Ranks.Placed<Row>> rank(BoardKind kind, List<Row> rows) {
        return Ranks.of(rows, row -> row.score(kind), Row.BY_NAME);
    }

    /**
     * One organization, or several small ones together.
     *
     * @param place whose name the row bears
     * @param merged how many organizations stand together in it, 0 for one alone
     * @param rest whether others below the same parent are shown alone
     * @param points hundredths
     * @param members at least {@link Cells#LEAST}
     * @param waiting records that somebody still has to decide on
     */
    record Row(Place place, int merged, boolean rest, long points, long minutes, int members, int waiting) {

        static final Comparator<Row> BY_NAME = Comparator.comparing(Row::place, Place.BY_NAME)
                .thenComparingInt(Row::merged);

        Score score(BoardKind kind) {
            return new Score(kind.countsMinutes() ? minutes : points, members);
        }

        BigDecimal perMember(BoardKind kind) {
            return kind.countsMinutes() ? score(kind).minutes() : score(kind).points();
        }
    }
}
