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
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.organization.OrganizationProblem;
import org.shuangbaodao.organization.Organizations;

/** The boards, as pages, profiles and the API ask for them: all read the same ones. */
@ApplicationScoped
public class Rankings {

    /** As long as a reader waits for a page; what takes longer is made behind. */
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    /** By how much a consent can be older than the transaction that stores it, and two clocks differ. */
    private static final Duration LATE_CONSENT = Duration.ofMinutes(10);

    private final OrganizationBoards organizationBoards;
    private final MemberBoards memberBoards;
    private final Partitions partitions;
    private final BoardQueries queries;
    private final BoardEdition editions;
    private final Organizations organizations;
    private final Standings standings;
    private final RankingSettings settings;
    private final BusinessTime time;
    private final DatabaseWatch watch;
    private volatile List<Period> booked = List.of();

    Rankings(OrganizationBoards organizationBoards, MemberBoards memberBoards, Partitions partitions, BoardQueries queries,
            BoardEdition editions, Organizations organizations, Standings standings, RankingSettings settings,
            BusinessTime time, DatabaseWatch watch) {
        this.organizationBoards = organizationBoards;
        this.memberBoards = memberBoards;
        this.partitions = partitions;
        this.queries = queries;
        this.editions = editions;
        this.organizations = organizations;
        this.standings = standings;
        this.settings = settings;
        this.time = time;
        this.watch = watch;
    }

    /** Whether the operator publishes boards at all. */
    public boolean isOpen() {
        return settings.enabled();
    }

    /** Whether the operator publishes the board of persons. */
    public boolean isOpenForMembers() {
        return settings.enabled() && settings.members();
    }

    /** @param key null for the quarter that runs */
    public Period period(String key) {
        Period current = Period.quarterOf(time.today());
        if (key == null || key.isBlank()) {
            return current;
        }
        return Period.parse(key.strip()).filter(period -> period.equals(Period.ALL) || !period.firstDay().isAfter(time.today()))
                .orElseThrow(() -> new Problem(RankingProblem.PERIOD_UNKNOWN, key));
    }

    /** Null where no scope is asked for. */
    public Organization scope(String within, Tree tree) {
        if (within == null || within.isBlank()) {
            return null;
        }
        return organizations.find(within.strip()).filter(each -> each.tree == tree)
                .orElseThrow(() -> new Problem(OrganizationProblem.UNKNOWN, within));
    }

    /** Whether the boards of organizations come out of memory now, because the database is away. */
    public boolean areRemembered() {
        return watch.isAway();
    }

    /** Quarters with bookings and the one that runs, newest first. */
    public List<Period> quarters() {
        Period current = Period.quarterOf(time.today());
        if (!areRemembered()) {
            booked = standings.bookedQuarters();
        }
        return Stream.concat(Stream.of(current), booked.stream().filter(quarter -> quarter.compareTo(current) < 0)).toList();
    }

    /** Where a reader can go from a scope. */
    public Scopes scopes(OrganizationKind leaf, Period period, Organization scope) {
        Partition partition = areRemembered() ? remembered(partitions.last(leaf, period))
                : partitions.of(leaf, period, editions.now());
        return Scopes.of(partition, leaf, scope == null ? null : scope.id);
    }

    public OrganizationsView organizations(BoardKind kind, Period period, Organization scope, int page, int size) {
        OrganizationBoard board = board(kind, period);
        OrganizationBoard.Scoped inside = board.within(pathOf(scope));
        boolean provisional = isProvisional(board.made().provisional(), period, scope);
        return new OrganizationsView(new BoardView<>(period, board.made(), provisional, inside.ranked().size(),
                page(inside.ranked(), page, size)), inside.sums());
    }

    // A quarter is final for a scope when all branches in it have closed theirs; communities are served by branches anywhere.
    private boolean isProvisional(boolean anywhere, Period period, Organization scope) {
        if (!anywhere || scope == null || scope.tree != Tree.PARTY || areRemembered()
                || !period.lastDay().isBefore(time.today())) {
            return anywhere;
        }
        return queries.isUnsettled(period, scope.path);
    }

    /** @param sums what all rows of the scope add up to */
    public record OrganizationsView(BoardView<OrganizationBoard.Row> board, OrganizationBoard.Sums sums) {
    }

    private OrganizationBoard board(BoardKind kind, Period period) {
        if (!isOpen()) {
            throw new Problem(RankingProblem.SWITCHED_OFF);
        }
        return areRemembered() ? remembered(organizationBoards.last(kind, period))
                : remembered(organizationBoards.soon(kind, period, editions.now(), PATIENCE));
    }

    private static String pathOf(Organization scope) {
        return scope == null ? "" : scope.path;
    }

    public BoardView<MemberBoard.Row> members(Period period, Organization scope, int page, int size) {
        if (!isOpenForMembers()) {
            throw new Problem(RankingProblem.SWITCHED_OFF);
        }
        BoardEdition.Edition edition = editions.now();
        MemberBoard board = remembered(memberBoards.soon(period, edition, PATIENCE));
        MemberRanks ranks = scope == null ? board.everybody() : board.within(scope.path);
        PageOf<Integer> shown = page(ranks.shown(), page, size);
        // Names join here and are gone with the consent, whatever the board was made from.
        Map<Long, String> names = queries.names(shown.items().stream().map(board::idAt).toList(), edition.today());
        BitSet silent = silent(board);
        List<Ranks.Placed<MemberBoard.Row>> rows = shown.items().stream()
                .filter(index -> names.containsKey(board.idAt(index)) && !board.isSilent(index, silent))
                .map(index -> board.row(index, names.get(board.idAt(index))))
                .map(row -> new Ranks.Placed<>(row, ranks.rankOf(row.points()), ranks.bandOf(row.points()))).toList();
        return new BoardView<>(period, board.made(), isProvisional(board.made().provisional(), period, scope),
                ranks.counted(), new PageOf<>(rows, page, size, shown.total()));
    }

    // Until a board is made without them.
    private BitSet silent(MemberBoard board) {
        return board.silentWithout(queries.withdrawn(board.made().asOf().minus(LATE_CONSENT)));
    }

    /** Begins what readers of the running quarter will ask for, so that the first of them need not wait for it. */
    void prepare() {
        if (isOpen()) {
            Period now = period(null);
            List.of(now, now.year(), Period.ALL).forEach(period -> memberBoards.soon(period, editions.now(), 0));
        }
    }

    /** The first branches of the running quarter, and what all have done together. Empty while boards are switched off. */
    public Optional<Highlights> highlights(int most) {
        if (!isOpen()) {
            return Optional.empty();
        }
        Period now = period(null);
        return Optional.of(Highlights.of(organizations(BoardKind.BRANCHES, now, null, 1, most)));
    }

    /** Where somebody stands in each of the periods, told to himself alone; waits no longer for many than for one. */
    public Map<Period, OwnPlace> placesOf(long memberId, Collection<Period> periods) {
        long begun = System.nanoTime();
        Map<Period, OwnPlace> places = new LinkedHashMap<>();
        for (Period period : periods) {
            long left = PATIENCE - (System.nanoTime() - begun);
            places.put(period, memberBoards.soon(period, editions.now(), left).map(board -> placeOn(board, memberId))
                    .orElse(new OwnPlace(null, 0, null, 0, null, OwnPlace.Shown.PENDING)));
        }
        return places;
    }

    private OwnPlace placeOn(MemberBoard board, long memberId) {
        Place cell = board.cellOf(memberId);
        if (cell == null) {
            return new OwnPlace(null, 0, null, 0, null, OwnPlace.Shown.NOT_COUNTED);
        }
        long points = board.pointsOf(memberId);
        MemberRanks all = board.everybody();
        MemberRanks near = board.around(cell);
        return new OwnPlace(all.rankOf(points), all.counted(), near.rankOf(points), near.counted(), cell.name(),
                shown(board, memberId));
    }

    private OwnPlace.Shown shown(MemberBoard board, long memberId) {
        if (!isOpenForMembers()) {
            return OwnPlace.Shown.SWITCHED_OFF;
        }
        if (board.isListed(memberId)) {
            return OwnPlace.Shown.LISTED;
        }
        return board.hasAgreed(memberId) ? OwnPlace.Shown.PROTECTS_OTHERS : OwnPlace.Shown.NOT_AGREED;
    }

    /** What a public notice of the branch may tell about the holders it lists. Asks nobody whether boards are switched on. */
    public Disclosure disclosure(long branchId, Period quarter, Set<Long> holderIds) {
        BoardEdition.Edition edition = editions.now();
        Cell cell = partitions.of(OrganizationKind.BRANCH, quarter, edition).byLeaf().get(branchId);
        MemberBoard board = remembered(memberBoards.soon(quarter, edition, PATIENCE));
        Map<Long, String> names = queries.names(holderIds, edition.today());
        boolean alone = cell != null && !cell.isMerged();
        BitSet silent = silent(board);
        return new Disclosure(board.made().edition(), alone, names, alone
                ? names.keySet().stream().filter(id -> board.isListed(id, silent)).collect(Collectors.toUnmodifiableSet())
                : Set.of());
    }

    // Boards of persons are not remembered: while nobody can be asked, somebody may be withdrawing his name elsewhere.
    private static <T> T remembered(Optional<T> last) {
        return last.orElseThrow(() -> new Problem(CommonProblem.UNAVAILABLE));
    }

    private static <T> PageOf<T> page(List<T> rows, int page, int size) {
        long from = Math.min((page - 1L) * size, rows.size());
        return new PageOf<>(rows.subList((int) from, (int) Math.min(from + size, rows.size())), page, size, rows.size());
    }
}
