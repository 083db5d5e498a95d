package org.shuangbaodao.ranking;

import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.ledger.BoardEdition.Edition;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;

/** What readers see of the boards of persons: those who agree at this moment, and each his own place. */
@ApplicationScoped
class MemberViews {

    /** By how much a consent can be older than the transaction that stores it, and two clocks differ. */
    private static final Duration LATE_CONSENT = Duration.ofMinutes(10);

    private final MemberBoards boards;
    private final OrganizationViews organizations;
    private final Partitions partitions;
    private final Stamps stamps;
    private final BoardQueries queries;
    private final BoardEdition editions;
    private final RankingSettings settings;

    MemberViews(MemberBoards boards, OrganizationViews organizations, Partitions partitions, Stamps stamps,
            BoardQueries queries, BoardEdition editions, RankingSettings settings) {
        this.boards = boards;
        this.organizations = organizations;
        this.partitions = partitions;
        this.stamps = stamps;
        this.queries = queries;
        this.editions = editions;
        this.settings = settings;
    }

    /** @param sought null for everybody who is named */
    BoardView<MemberBoard.Row> view(Period period, Organization scope, String sought, int page, int size) {
        Patience patience = new Patience();
        Edition edition = editions.now();
        MemberBoard board = remembered(boards.soon(period, edition, patience.left()));
        MemberRanks ranks = board.within(scope);
        PageOf<Integer> shown = PageOf.of(hits(board, ranks.shown(), sought, edition), page, size);
        // Names join here and are gone with the consent, whatever the board was made from.
        Map<Long, String> names = queries.names(shown.items().stream().map(board::idAt).toList(), edition.today());
        BitSet silent = silent(board);
        Before before = before(period, scope, edition, patience);
        List<Ranks.Placed<MemberBoard.Row>> rows = shown.items().stream()
                .filter(index -> names.containsKey(board.idAt(index)) && !board.isSilent(index, silent))
                .map(index -> board.row(index, names.get(board.idAt(index))))
                .map(row -> new Ranks.Placed<>(row, ranks.rankOf(row.points()), ranks.bandOf(row.points())))
                .map(placed -> placed.moved(before.told(placed.row().id(), placed.rank(), placed.band(), true))).toList();
        BoardStamp made = board.made().at(edition, stamps.of(period, edition));
        return new BoardView<>(period, before.ready ? made : made.unfinished(),
                organizations.isProvisional(board.made().provisional(), period, scope), ranks.counted(),
                new PageOf<>(rows, page, size, shown.total()));
    }

    private List<Integer> hits(MemberBoard board, List<Integer> shown, String sought, Edition edition) {
        String wanted = Names.tidy(sought);
        if (wanted.isEmpty()) {
            return shown;
        }
        Set<Long> found = queries.agreedNamed(wanted, edition.today());
        return shown.stream().filter(index -> found.contains(board.idAt(index))).toList();
    }

    // Until a board is made without them.
    private BitSet silent(MemberBoard board) {
        return board.silentWithout(queries.withdrawn(board.made().asOf().minus(LATE_CONSENT)));
    }

    private Before before(Period period, Organization scope, Edition edition, Patience patience) {
        Optional<Period> before = period.previous().filter(each -> stamps.booked(each, edition) > 0);
        if (before.isEmpty()) {
            return new Before(null, null, null, null, true);
        }
        return boards.soon(before.get(), edition, patience.left())
                .map(board -> new Before(board, scope, board.within(scope), silent(board), true))
                .orElse(new Before(null, null, null, null, false));
    }

    /**
     * The same scope of the period before.
     *
     * @param board null where there is nothing to compare with
     * @param silent cells that name nobody any longer
     */
    private record Before(MemberBoard board, Organization scope, MemberRanks ranks, BitSet silent, boolean ready) {

        /**
         * @param named whether others read it: who was not named then is new on the board, wherever he stood, for his rank of
         *        then is nobody's business
         */
        Change told(long id, int rank, Band band, boolean named) {
            if (board == null || band != Band.UPPER || !ranks.isLed()) {
                return null;
            }
            boolean known = board.isWithin(id, scope) && (!named || board.isListed(id, silent));
            return Change.of(rank, known ? upperRank(board.pointsOf(id)) : null);
        }

        private Integer upperRank(long points) {
            return ranks.bandOf(points) == Band.UPPER ? ranks.rankOf(points) : null;
        }
    }

    Map<Period, OwnPlace> placesOf(long memberId, Collection<Period> periods) {
        Patience patience = new Patience();
        Edition edition = editions.now();
        Map<Period, OwnPlace> places = new LinkedHashMap<>();
        for (Period period : periods) {
            places.put(period, boards.soon(period, edition, patience.left())
                    .map(board -> placeOn(board, memberId, before(period, null, edition, patience)))
                    .orElse(OwnPlace.none(OwnPlace.Shown.PENDING)));
        }
        return places;
    }

    private OwnPlace placeOn(MemberBoard board, long memberId, Before before) {
        Place cell = board.cellOf(memberId);
        if (cell == null) {
            return OwnPlace.none(OwnPlace.Shown.NOT_COUNTED);
        }
        long points = board.pointsOf(memberId);
        MemberRanks all = board.everybody();
        MemberRanks near = board.around(cell);
        int rank = all.rankOf(points);
        OwnPlace.Shown shown = shown(board, memberId);
        return new OwnPlace(rank, all.counted(), near.rankOf(points), near.counted(), cell.name(), shown,
                before.told(memberId, rank, all.bandOf(points), shown == OwnPlace.Shown.LISTED));
    }

    private OwnPlace.Shown shown(MemberBoard board, long memberId) {
        if (!settings.enabled() || !settings.members()) {
            return OwnPlace.Shown.SWITCHED_OFF;
        }
        if (board.isListed(memberId)) {
            return OwnPlace.Shown.LISTED;
        }
        return board.hasAgreed(memberId) ? OwnPlace.Shown.PROTECTS_OTHERS : OwnPlace.Shown.NOT_AGREED;
    }

    Disclosure disclosure(long branchId, Period quarter, Set<Long> holderIds) {
        Edition edition = editions.now();
        Cell cell = partitions.of(OrganizationKind.BRANCH, quarter, edition).byLeaf().get(branchId);
        MemberBoard board = remembered(boards.soon(quarter, edition, new Patience().left()));
        Map<Long, String> names = queries.names(holderIds, edition.today());
        boolean alone = cell != null && !cell.isMerged();
        BitSet silent = silent(board);
        return new Disclosure(board.made().at(edition, stamps.of(quarter, edition)).edition(), alone, names, alone
                ? names.keySet().stream().filter(id -> board.isListed(id, silent)).collect(Collectors.toUnmodifiableSet())
                : Set.of());
    }

    /** Begins what readers of the running quarter will ask for, so that the first of them need not wait for it. */
    void prepare(List<Period> periods) {
        periods.forEach(period -> boards.soon(period, editions.now(), 0));
    }

    // Boards of persons are not remembered: while nobody can be asked, somebody may be withdrawing his name elsewhere.
    private static <T> T remembered(Optional<T> last) {
        return last.orElseThrow(() -> new Problem(CommonProblem.UNAVAILABLE));
    }
}
