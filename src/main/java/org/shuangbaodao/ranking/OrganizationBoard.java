package org.shuangbaodao.ranking;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A board of organizations in one period, as it stood at a moment; immutable and shared by all readers. */
public final class OrganizationBoard {

    private static final int SCOPES_KEPT = 64;

    private final BoardKind kind;
    private final BoardStamp made;
    private final List<Row> rows;
    private final Map<String, Scoped> scopes = new ConcurrentHashMap<>();

    OrganizationBoard(BoardKind kind, BoardStamp made, List<Row> rows) {
        this.kind = kind;
        this.made = made;
        this.rows = List.copyOf(rows);
    }

    BoardStamp made() {
        return made;
    }

    /** The rows wholly inside {@code path}, ranked among themselves; the empty path holds all. */
    Scoped within(String path) {
        Scoped known = scopes.get(path);
        if (known != null) {
            return known;
        }
        if (scopes.size() >= SCOPES_KEPT) {
            scopes.clear();
        }
        return scopes.computeIfAbsent(path, this::rank);
    }

    private Scoped rank(String path) {
        List<Row> inside = rows.stream().filter(row -> row.place.path().startsWith(path)).toList();
        return new Scoped(Ranks.of(inside, row -> row.score(kind), Row.BY_NAME), Sums.of(inside));
    }

    /** The rows of a scope in the order of the board, and what they add up to. */
    record Scoped(List<Ranks.Placed<Row>> ranked, Sums sums) {
    }

    /** @param points hundredths */
    public record Sums(int members, long points, long minutes, long waiting) {

        static Sums of(List<Row> rows) {
            return new Sums(rows.stream().mapToInt(Row::members).sum(), rows.stream().mapToLong(Row::points).sum(),
                    rows.stream().mapToLong(Row::minutes).sum(), rows.stream().mapToLong(Row::waiting).sum());
        }
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
    public record Row(Place place, int merged, boolean rest, long points, long minutes, int members, int waiting) {

        static final Comparator<Row> BY_NAME = Comparator.comparing(Row::place, Place.BY_NAME)
                .thenComparingInt(Row::merged);

        Score score(BoardKind kind) {
            return new Score(kind.countsMinutes() ? minutes : points, members);
        }

        public BigDecimal perMember(BoardKind kind) {
            return kind.countsMinutes() ? score(kind).minutes() : score(kind).points();
        }
    }
}
