package org.shuangbaodao.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.ranking.BoardQueries.Named;
import org.shuangbaodao.ranking.BoardQueries.Sum;
import org.shuangbaodao.ranking.MemberBoard.Row;

/**
 * Makes the boards of persons. A year or all time names somebody only where every quarter in it does, so that it tells no more
 * about anybody than the quarters do.
 */
@ApplicationScoped
class MemberBoards {

    private final Partitions partitions;
    private final BoardQueries queries;
    private final BusinessTime time;
    private final Kept<Period, MemberBoard> kept = new Kept<>();

    MemberBoards(Partitions partitions, BoardQueries queries, BusinessTime time) {
        this.partitions = partitions;
        this.queries = queries;
        this.time = time;
    }

    MemberBoard of(Period period, BoardEdition.Edition edition) {
        return kept.get(period, edition, () -> make(period, edition));
    }

    private MemberBoard make(Period period, BoardEdition.Edition edition) {
        Partition partition = partitions.of(OrganizationKind.BRANCH, period, edition);
        Map<Long, Named> agreed = queries.agreed(edition.today());
        Map<Long, Long> branches = queries.branches(partition.day());
        List<Sum> sums = queries.sums(period);
        Map<Long, Set<Long>> cells = cells(partition, branches, sums);

        List<Listing.Person> people = new ArrayList<>();
        List<MemberBoard> quarters = shorter(period, edition);
        cells.forEach((id, counted) -> {
            Cell home = partition.byLeaf().get(branches.get(id));
            boolean nameable = agreed.containsKey(id) && quarters.stream()
                    .allMatch(quarter -> !quarter.counted().contains(id) || quarter.listed().contains(id));
            people.add(new Listing.Person(id, nameable, home == null ? null : home.home(), counted));
        });
        boolean provisional = !period.lastDay().isBefore(edition.today())
                || queries.isOpen(Period.quarterOf(period.lastDay()));
        Instant now = time.now();
        return MemberBoard.of(period, now, provisional, Set.copyOf(cells.keySet()), Listing.of(people),
                rows(partition, branches, sums, agreed));
    }

    private List<MemberBoard> shorter(Period period, BoardEdition.Edition edition) {
        return period.isQuarter() ? List.of()
                : partitions.quarters(period).stream().map(quarter -> of(quarter, edition)).toList();
    }

    /** Everybody who is in some figure of the period, with the cells he is in: as a member, or by what he earned there. */
    private static Map<Long, Set<Long>> cells(Partition partition, Map<Long, Long> branches, List<Sum> sums) {
        Map<Long, Set<Long>> cells = new HashMap<>();
        branches.forEach((id, branch) -> put(cells, partition, id, branch));
        sums.forEach(sum -> put(cells, partition, sum.holderId(), sum.branchId()));
        return cells;
    }

    private static void put(Map<Long, Set<Long>> cells, Partition partition, long id, long branch) {
        Set<Long> own = cells.computeIfAbsent(id, absent -> new HashSet<>());
        Cell cell = partition.byLeaf().get(branch);
        if (cell != null) {
            own.add(cell.home());
        }
    }

    private static List<Row> rows(Partition partition, Map<Long, Long> branches, List<Sum> sums, Map<Long, Named> agreed) {
        Map<Long, long[]> totals = new HashMap<>();
        for (Sum sum : sums) {
            long[] total = totals.computeIfAbsent(sum.holderId(), absent -> new long[2]);
            total[0] += sum.points();
            total[1] += sum.minutes();
        }
        List<Row> rows = new ArrayList<>();
        branches.forEach((id, branch) -> {
            Cell cell = partition.byLeaf().get(branch);
            if (cell != null) {
                Named named = agreed.get(id);
                long[] total = totals.getOrDefault(id, new long[2]);
                rows.add(new Row(id, named == null ? null : named.name(), named == null ? "" : named.sortKey(),
                        partition.home(cell), cell.isMerged(), total[0], total[1]));
            }
        });
        return rows;
    }
}
