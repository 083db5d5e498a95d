package org.shuangbaodao.ranking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.organization.OrganizationProblem;
import org.shuangbaodao.organization.Organizations;

/** The boards, as pages, profiles and the API ask for them: all read the same ones. */
@ApplicationScoped
public class Rankings {

    private final OrganizationBoards organizationBoards;
    private final MemberBoards memberBoards;
    private final Partitions partitions;
    private final Freshness freshness;
    private final Organizations organizations;
    private final Standings standings;
    private final RankingSettings settings;
    private final BusinessTime time;
    private volatile List<Period> booked = List.of();

    Rankings(OrganizationBoards organizationBoards, MemberBoards memberBoards, Partitions partitions, Freshness freshness,
            Organizations organizations, Standings standings, RankingSettings settings, BusinessTime time) {
        this.organizationBoards = organizationBoards;
        this.memberBoards = memberBoards;
        this.partitions = partitions;
        this.freshness = freshness;
        this.organizations = organizations;
        this.standings = standings;
        this.settings = settings;
        this.time = time;
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
    Period period(String key) {
        Period current = Period.quarterOf(time.today());
        if (key == null || key.isBlank()) {
            return current;
        }
        return Period.parse(key.strip()).filter(period -> period.equals(Period.ALL) || !period.firstDay().isAfter(time.today()))
                .orElseThrow(() -> new Problem(RankingProblem.PERIOD_UNKNOWN, key));
    }

    /** Null where no scope is asked for. */
    Organization scope(String within, Tree tree) {
        if (within == null || within.isBlank()) {
            return null;
        }
        return organizations.find(within.strip()).filter(each -> each.tree == tree)
                .orElseThrow(() -> new Problem(OrganizationProblem.UNKNOWN, within));
    }

    /** Whether the boards of organizations come out of memory now, because the database is away. */
    boolean areRemembered() {
        return freshness.isUnknown();
    }

    /** Quarters with bookings and the one that runs, newest first. */
    List<Period> quarters() {
        Period current = Period.quarterOf(time.today());
        if (!areRemembered()) {
            booked = standings.bookedQuarters();
        }
        return Stream.concat(Stream.of(current), booked.stream().filter(quarter -> quarter.compareTo(current) < 0)).toList();
    }

    /** Where a reader can go from a scope. */
    Scopes scopes(OrganizationKind leaf, Period period, Organization scope) {
        Partition partition = areRemembered() ? remembered(partitions.last(leaf, period))
                : partitions.of(leaf, period, freshness.stamp());
        return Scopes.of(partition, leaf, scope == null ? null : scope.id);
    }

    BoardView<OrganizationBoard.Row> organizations(BoardKind kind, Period period, Organization scope, int page, int size) {
        if (!isOpen()) {
            throw new Problem(RankingProblem.SWITCHED_OFF);
        }
        OrganizationBoard board = areRemembered() ? remembered(organizationBoards.last(kind, period))
                : organizationBoards.of(kind, period, freshness.stamp());
        var rows = scope == null ? board.ranked() : board.within(scope.path);
        return new BoardView<>(period, board.asOf(), board.edition(), board.provisional(), rows, page(rows, page, size));
    }

    BoardView<MemberBoard.Row> members(Period period, Organization scope, int page, int size) {
        if (!isOpenForMembers()) {
            throw new Problem(RankingProblem.SWITCHED_OFF);
        }
        MemberBoard board = memberBoards.of(period, freshness.stamp());
        var everybody = board.within(scope == null ? "" : scope.path);
        var listed = everybody.stream().filter(placed -> board.listed().contains(placed.row().id())).toList();
        return new BoardView<>(period, board.asOf(), board.edition(), board.provisional(), everybody, page(listed, page, size));
    }

    /** The first branches of the running quarter, and what all have done together. Empty while boards are switched off. */
    public Optional<Highlights> highlights(int most) {
        return isOpen() ? Optional.of(Highlights.of(organizations(BoardKind.BRANCHES, period(null), null, 1, most)))
                : Optional.empty();
    }

    /** Where somebody stands, told to himself alone. */
    public OwnPlace placeOf(long memberId, Period period) {
        MemberBoard board = memberBoards.of(period, freshness.stamp());
        Ranks.Placed<MemberBoard.Row> all = board.rows().get(memberId);
        if (all == null) {
            return new OwnPlace(null, 0, null, 0, null, OwnPlace.Shown.NOT_COUNTED);
        }
        Place cell = all.row().cell();
        var near = board.within(cell.path());
        Optional<Ranks.Placed<MemberBoard.Row>> own = near.stream().filter(placed -> placed.row().id() == memberId).findFirst();
        return new OwnPlace(all.rank(), board.rows().size(), own.map(Ranks.Placed::rank).orElse(null), near.size(), cell.name(),
                shown(board, all.row()));
    }

    private OwnPlace.Shown shown(MemberBoard board, MemberBoard.Row row) {
        if (!isOpenForMembers()) {
            return OwnPlace.Shown.SWITCHED_OFF;
        }
        if (board.listed().contains(row.id())) {
            return OwnPlace.Shown.LISTED;
        }
        return row.name() == null ? OwnPlace.Shown.NOT_AGREED : OwnPlace.Shown.PROTECTS_OTHERS;
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
