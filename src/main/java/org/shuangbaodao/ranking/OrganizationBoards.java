package org.shuangbaodao.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.ledger.OrganizationTotals;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.ranking.OrganizationBoard.Row;

/** Makes the boards of organizations and keeps them as long as they hold. */
@ApplicationScoped
class OrganizationBoards {

    private final Partitions partitions;
    private final BoardQueries queries;
    private final Standings standings;
    private final BusinessTime time;
    private final BoardMaker maker;
    private final Stamps stamps;
    private final Kept<Key, OrganizationBoard> kept = new Kept<>();

    OrganizationBoards(Partitions partitions, BoardQueries queries, Standings standings, BusinessTime time,
            BoardMaker maker, Stamps stamps) {
        this.partitions = partitions;
        this.queries = queries;
        this.standings = standings;
        this.time = time;
        this.maker = maker;
        this.stamps = stamps;
    }

    /** @return empty while the first one of a large country is being made */
    Optional<OrganizationBoard> soon(BoardKind kind, Period period, BoardEdition.Edition edition, long patience) {
        Object basis = stamps.of(period, edition);
        return kept.soon(new Key(kind, period), basis, () -> make(kind, period, edition, basis), maker, patience);
    }

    /** The board as it was made last, for a time when none can be made. */
    Optional<OrganizationBoard> last(BoardKind kind, Period period) {
        return kept.last(new Key(kind, period));
    }

    private OrganizationBoard make(BoardKind kind, Period period, BoardEdition.Edition edition, Object basis) {
        Instant asOf = time.now();
        Partition partition = partitions.of(kind.leaf(), period, edition);
        Figures figures = new Figures(standings.organizations(kind.leaf(), period), queries.waiting(kind.leaf(), period),
                kind.countsMinutes() ? null : queries.servants(period));
        List<Row> rows = kind == BoardKind.UNITS ? units(partition, figures) : leaves(partition, figures);
        boolean provisional = !period.lastDay().isBefore(time.today())
                || queries.isUnsettled(period, "");
        return new OrganizationBoard(kind, new BoardStamp(edition, asOf, provisional, basis), rows, partition.places());
    }

    private static List<Row> leaves(Partition partition, Figures figures) {
        return partition.cells().stream().map(cell -> merged(partition, cell, cell.tops().size(), figures)).toList();
    }

    /** A unit shows the sum of the cells inside it. One that is itself only part of a cell is told with that cell. */
    private static List<Row> units(Partition partition, Figures figures) {
        List<Row> rows = new ArrayList<>();
        Map<Cell, Integer> hidden = new LinkedHashMap<>();
        leavesByUnit(partition).forEach((unit, leaves) -> {
            Optional<Cell> around = partition.around(unit, leaves);
            // What a shorter period hides is missing among the cells, and a sum without it would be wrong.
            boolean complete = leaves.stream().noneMatch(leaf -> figures.has(leaf) && !partition.byLeaf().containsKey(leaf));
            if (around.isPresent()) {
                hidden.merge(around.get(), 1, Integer::sum);
            } else if (complete && !partition.inside(unit).isEmpty()) {
                rows.add(figures.row(unit, 0, false, partition.inside(unit)));
            }
        });
        hidden.forEach((cell, units) -> rows.add(merged(partition, cell, units, figures)));
        return rows;
    }

    private static Map<Place, List<Long>> leavesByUnit(Partition partition) {
        Map<Place, List<Long>> leaves = new LinkedHashMap<>();
        partition.places().values().stream().filter(place -> place.kind() == BoardKind.UNITS.leaf())
                .forEach(leaf -> Partition.upwards(leaf, partition.places()).stream().filter(Place::unit)
                        .forEach(unit -> leaves.computeIfAbsent(unit, absent -> new ArrayList<>()).add(leaf.id())));
        return leaves;
    }

    private static Row merged(Partition partition, Cell cell, int organizations, Figures figures) {
        return figures.row(partition.home(cell), cell.isMerged() ? organizations : 0, partition.isRest(cell), List.of(cell));
    }

    private record Key(BoardKind kind, Period period) {
    }

    /**
     * Amounts by organization.
     *
     * @param servants null where nobody's participation is counted
     */
    private record Figures(Map<Long, OrganizationTotals> totals, Map<Long, Integer> waiting, Map<Long, Integer> servants) {

        boolean has(long id) {
            return totals.containsKey(id);
        }

        Row row(Place place, int merged, boolean rest, List<Cell> cells) {
            OrganizationTotals sum = OrganizationTotals.NONE;
            int waitingSum = 0;
            int members = 0;
            List<Participation> participation = new ArrayList<>();
            for (Cell cell : cells) {
                members += cell.members();
                participation.add(participation(cell));
                for (Long leaf : cell.leaves()) {
                    sum = sum.plus(totals.getOrDefault(leaf, OrganizationTotals.NONE));
                    waitingSum += waiting.getOrDefault(leaf, 0);
                }
            }
            return new Row(place, merged, rest, sum.points(), sum.minutes(), members, waitingSum,
                    servants == null ? null : Participation.sum(participation));
        }

        private Participation participation(Cell cell) {
            int served = servants == null ? 0 : cell.leaves().stream().mapToInt(leaf -> servants.getOrDefault(leaf, 0)).sum();
            return Participation.of(served, cell.members());
        }
    }
}
