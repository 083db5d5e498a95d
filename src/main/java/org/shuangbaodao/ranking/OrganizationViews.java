package org.shuangbaodao.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.ledger.BoardEdition.Edition;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.ranking.OrganizationBoard.Row;
import org.shuangbaodao.ranking.OrganizationBoard.Scoped;

/** What readers see of the boards of organizations: a scope of one, beside those of other periods. */
@ApplicationScoped
class OrganizationViews {

    private final OrganizationBoards boards;
    private final Stamps stamps;
    private final BoardQueries queries;
    private final BoardEdition editions;
    private final BusinessTime time;
    private final DatabaseWatch watch;

    OrganizationViews(OrganizationBoards boards, Stamps stamps, BoardQueries queries, BoardEdition editions,
            BusinessTime time, DatabaseWatch watch) {
        this.boards = boards;
        this.stamps = stamps;
        this.queries = queries;
        this.editions = editions;
        this.time = time;
        this.watch = watch;
    }

    /** @param sought null for all rows */
    OrganizationsView view(BoardKind kind, Period period, Organization scope, String sought, int page, int size) {
        Patience patience = new Patience();
        Edition edition = editions.now();
        OrganizationBoard board = board(kind, period, edition, patience)
                .orElseThrow(() -> new Problem(CommonProblem.UNAVAILABLE));
        Scoped inside = board.within(scope);
        Moves moves = moves(kind, period, scope, edition, patience);
        PageOf<Ranks.Placed<Row>> rows = PageOf.of(hits(inside.ranked(), sought), page, size);
        BoardStamp made = moves.ready ? stamp(board, period, edition) : stamp(board, period, edition).unfinished();
        return new OrganizationsView(new BoardView<>(period, made,
                isProvisional(board.made().provisional(), period, scope), inside.ranked().size(),
                new PageOf<>(rows.items().stream().map(moves::told).toList(), page, size, rows.total())),
                inside.sums(), inside.median(), inside.participation(), inside.distribution());
    }

    private static List<Ranks.Placed<Row>> hits(List<Ranks.Placed<Row>> ranked, String sought) {
        String wanted = Names.fold(sought);
        return wanted.isEmpty() ? ranked : ranked.stream().filter(placed -> placed.row().answers(wanted)).toList();
    }

    private Optional<OrganizationBoard> board(BoardKind kind, Period period, Edition edition, Patience patience) {
        return watch.isAway() ? boards.last(kind, period) : boards.soon(kind, period, edition, patience.left());
    }

    // Out of memory while the database is away: then nobody can be asked whether it still holds.
    private BoardStamp stamp(OrganizationBoard board, Period period, Edition edition) {
        return watch.isAway() ? board.made() : board.made().at(edition, stamps.of(period, edition));
    }

    // A quarter is final for a scope when all branches in it have closed theirs; communities are served by branches anywhere.
    boolean isProvisional(boolean anywhere, Period period, Organization scope) {
        if (!anywhere || scope == null || scope.tree != Tree.PARTY || watch.isAway()
                || !period.lastDay().isBefore(time.today())) {
            return anywhere;
        }
        return queries.isUnsettled(period, scope.path);
    }

    private Moves moves(BoardKind kind, Period period, Organization scope, Edition edition, Patience patience) {
        Optional<Period> before = period.previous().filter(each -> watch.isAway() || stamps.booked(each, edition) > 0);
        if (before.isEmpty()) {
            return new Moves(Map.of(), true);
        }
        return board(kind, before.get(), edition, patience).map(board -> new Moves(board.within(scope).upper(), true))
                .orElse(new Moves(Map.of(), false));
    }

    /**
     * Against the same scope of the period before.
     *
     * @param before the upper band then; where nobody stood in it there is nothing to compare with
     */
    private record Moves(Map<OrganizationBoard.Key, Integer> before, boolean ready) {

        Ranks.Placed<Row> told(Ranks.Placed<Row> placed) {
            return before.isEmpty() || placed.band() != Band.UPPER ? placed
                    : placed.moved(Change.of(placed.rank(), before.get(placed.row().key())));
        }
    }

    /**
     * @param kind units lie inside each other: for them it is all branches of the scope
     * @param quarters newest first
     */
    Trend trend(BoardKind kind, Period period, Organization scope, List<Period> quarters) {
        BoardKind counted = kind == BoardKind.UNITS ? BoardKind.BRANCHES : kind;
        Patience patience = new Patience();
        Edition edition = editions.now();
        List<Trend.Point> points = new ArrayList<>();
        boolean complete = true;
        for (Period each : line(period, quarters)) {
            Optional<OrganizationBoard> board = board(counted, each, edition, patience);
            board.ifPresent(found -> points.add(point(counted, each, found, scope)));
            complete &= board.isPresent();
        }
        return new Trend(List.copyOf(points), complete);
    }

    // Quarters up to the one asked for, or years; the oldest first.
    private static List<Period> line(Period period, List<Period> quarters) {
        Function<Period, Period> step = period.isQuarter() ? Function.identity() : Period::year;
        Period last = period.equals(Period.ALL) ? quarters.get(0).year() : period;
        List<Period> line = new ArrayList<>(quarters.stream().map(step).filter(each -> each.compareTo(last) < 0).distinct()
                .limit(Trend.LONGEST - 1).toList());
        Collections.reverse(line);
        line.add(last);
        return line;
    }

    private Trend.Point point(BoardKind kind, Period period, OrganizationBoard board, Organization scope) {
        Scoped inside = board.within(scope);
        OrganizationBoard.Sums sums = inside.sums();
        return new Trend.Point(period, sums.perMember(kind), sums.points(), sums.minutes(), sums.members(),
                inside.participation(), isProvisional(board.made().provisional(), period, scope));
    }
}
