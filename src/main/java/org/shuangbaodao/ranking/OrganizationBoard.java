package org.shuangbaodao.ranking;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.organization.Organization;

/** A board of organizations in one period, as it stood at a moment; immutable and shared by all readers. */
public final class OrganizationBoard {

    static final int FEWEST_FOR_MEDIAN = 3;
    private static final int SCOPES_KEPT = 64;

    private final BoardKind kind;
    private final BoardStamp made;
    private final List<Row> rows;
    private final Map<Long, Place> places;
    private final Map<String, Scoped> scopes = new ConcurrentHashMap<>();

    OrganizationBoard(BoardKind kind, BoardStamp made, List<Row> rows, Map<Long, Place> places) {
        this.kind = kind;
        this.made = made;
        this.rows = List.copyOf(rows);
        this.places = places;
    }

    BoardStamp made() {
        return made;
    }

    /** The rows wholly inside an organization, as it stood then, ranked among themselves; all where it is null. */
    Scoped within(Organization scope) {
        String path = Place.pathOf(scope, places);
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
        return Scoped.of(kind, Ranks.of(inside, row -> row.score(kind), Row.BY_NAME), Sums.of(inside));
    }

    /**
     * The rows of a scope in the order of the board, and what they tell together.
     *
     * @param upper the ranks of the upper band
     * @param participation null where nobody's is counted
     */
    record Scoped(List<Ranks.Placed<Row>> ranked, Map<Key, Integer> upper, Sums sums, BigDecimal median,
            Participation participation, Distribution distribution) {

        static Scoped of(BoardKind kind, List<Ranks.Placed<Row>> ranked, Sums sums) {
            Map<Key, Integer> upper = new HashMap<>();
            ranked.stream().filter(placed -> placed.band() == Band.UPPER)
                    .forEach(placed -> upper.put(placed.row().key(), placed.rank()));
            List<Row> rows = ranked.stream().map(Ranks.Placed::row).sorted(Comparator.comparing(row -> row.score(kind)))
                    .toList();
            // The lower one of two in the middle: a figure that some row has.
            BigDecimal median = rows.size() < FEWEST_FOR_MEDIAN ? null : rows.get((rows.size() - 1) / 2).perMember(kind);
            // Units lie inside each other, so that their sum would count people twice.
            boolean counts = kind == BoardKind.BRANCHES && !rows.isEmpty();
            return new Scoped(ranked, upper, sums, median,
                    counts ? Participation.sum(rows.stream().map(Row::participation).toList()) : null,
                    Distribution.of(rows.stream().map(row -> row.perMember(kind)).toList()));
        }
    }

    /** The same row on another board. */
    record Key(long place, boolean merged) {
    }

    /** @param points hundredths */
    public record Sums(int members, long points, long minutes, long waiting) {

        /** Of the whole scope; null where it shows nothing. */
        public BigDecimal perMember(BoardKind kind) {
            return members == 0 ? null : new Score(kind.countsMinutes() ? minutes : points, members).shown(kind);
        }

        /** Records that still wait, in full tens: the exact number could tell about few people. */
        public long pendingAbout() {
            return waiting / 10 * 10;
        }

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
     * @param participation null for communities: their own people serve in many places
     */
    public record Row(Place place, int merged, boolean rest, long points, long minutes, int members, int waiting,
            Participation participation) {

        static final Comparator<Row> BY_NAME = Comparator.comparing(Row::place, Place.BY_NAME)
                .thenComparingInt(Row::merged);

        Key key() {
            return new Key(place.id(), merged > 0);
        }

        /** Whether a reader who looks for this means the row: a part of the name, its beginning in pinyin, or the code. */
        boolean answers(String sought) {
            return Names.fold(place.name()).contains(sought) || place.code().equalsIgnoreCase(sought)
                    || withoutBlanks(place.sortKey()).startsWith(withoutBlanks(sought));
        }

        private static String withoutBlanks(String text) {
            return text.replace(" ", "");
        }

        Score score(BoardKind kind) {
            return new Score(kind.countsMinutes() ? minutes : points, members);
        }

        public BigDecimal perMember(BoardKind kind) {
            return score(kind).shown(kind);
        }
    }
}
