package org.shuangbaodao.ranking;

import java.time.Instant;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.ranking.MemberBoard.CellAt;

/**
 * Makes the boards of persons. A year or all time names somebody only where every quarter in it does, so that it tells no more
 * about anybody than the quarters do.
 */
@ApplicationScoped
class MemberBoards {

    private final Partitions partitions;
    private final BoardQueries queries;
    private final FrozenPlaces frozen;
    private final BusinessTime time;
    private final BoardMaker maker;
    private final Stamps stamps;
    private final Kept<Period, MemberBoard> kept = new Kept<>();

    MemberBoards(Partitions partitions, BoardQueries queries, FrozenPlaces frozen, BusinessTime time, BoardMaker maker,
            Stamps stamps) {
        this.partitions = partitions;
        this.queries = queries;
        this.frozen = frozen;
        this.time = time;
        this.maker = maker;
        this.stamps = stamps;
    }

    /** @return empty while the first one of a large country is being made */
    Optional<MemberBoard> soon(Period period, BoardEdition.Edition edition, long patience) {
        Object basis = stamps.of(period, edition);
        return kept.soon(period, basis, () -> make(period, edition, basis), maker, patience);
    }

    private MemberBoard of(Period period, BoardEdition.Edition edition) {
        Object basis = stamps.of(period, edition);
        return kept.get(period, basis, () -> make(period, edition, basis));
    }

    private MemberBoard make(Period period, BoardEdition.Edition edition, Object basis) {
        Instant asOf = time.now();
        List<MemberBoard> quarters = shorter(period, edition);
        Partition partition = partitions.of(OrganizationKind.BRANCH, period, edition);
        List<Cell> cells = partition.cells().stream()
                .sorted(Comparator.comparing((Cell cell) -> partition.home(cell).path()).thenComparing(Cell::isMerged))
                .toList();
        Count count = new Count(cells);
        frozen.roster(partition.day(), count::member);
        queries.standings(period, count::standing);
        People people = count.people();
        int[] byName = queries.agreed(edition.today()).mapToInt(people::indexOf).filter(index -> index >= 0).toArray();

        BitSet nameable = new BitSet(people.count());
        for (int index : byName) {
            long id = people.id(index);
            nameable.set(index, quarters.stream().noneMatch(quarter -> quarter.countsUnnamed(id)));
        }
        BitSet listed = new BitSet(people.count());
        Listing.of(count.persons(people, nameable)).forEach(id -> listed.set(people.indexOf(id)));
        boolean provisional = !period.lastDay().isBefore(edition.today())
                || queries.isUnsettled(period, "");
        List<CellAt> shown = cells.stream().map(cell -> new CellAt(partition.home(cell), cell.isMerged())).toList();
        return new MemberBoard(new BoardStamp(edition, asOf, provisional, basis), people, listed, byName,
                new MemberBoard.Cut(shown, count.elsewhere, partition.places()));
    }

    private List<MemberBoard> shorter(Period period, BoardEdition.Edition edition) {
        return period.isQuarter() ? List.of()
                : partitions.quarters(period).stream().map(quarter -> of(quarter, edition)).toList();
    }

    /** Puts rosters and standings together; both come in the order of ids. */
    private static final class Count {

        private final List<Cell> cells;
        private final Map<Long, Integer> cellOfBranch = new HashMap<>();
        private final Longs members = new Longs();
        private final Longs memberCells = new Longs();
        private final Longs holders = new Longs();
        private final Longs points = new Longs();
        private final Longs minutes = new Longs();
        // What somebody earned in another cell than his own, by its number: few have any.
        private final Map<Long, Set<Integer>> elsewhere = new HashMap<>();

        Count(List<Cell> cells) {
            this.cells = cells;
            for (int i = 0; i < cells.size(); i++) {
                for (Long leaf : cells.get(i).leaves()) {
                    cellOfBranch.put(leaf, i);
                }
            }
        }

        void member(long id, long branch) {
            members.add(id);
            memberCells.add(cellOfBranch.getOrDefault(branch, -1));
        }

        void standing(long holder, long branch, long pointsHere, long minutesHere) {
            if (holders.size() == 0 || holders.last() != holder) {
                holders.add(holder);
                points.add(0);
                minutes.add(0);
            }
            points.addToLast(pointsHere);
            minutes.addToLast(minutesHere);
            Integer cell = cellOfBranch.get(branch);
            int home = members.indexOf(holder);
            if (cell != null && (home < 0 || memberCells.get(home) != cell)) {
                elsewhere.computeIfAbsent(holder, key -> new HashSet<>()).add(cell);
            }
        }

        People people() {
            long[] ids = Longs.union(members, holders);
            int[] cellOf = new int[ids.length];
            long[] pointsOf = new long[ids.length];
            int[] minutesOf = new int[ids.length];
            int member = 0;
            int holder = 0;
            for (int i = 0; i < ids.length; i++) {
                boolean onRoster = member < members.size() && members.get(member) == ids[i];
                cellOf[i] = onRoster ? (int) memberCells.get(member++) : -1;
                if (holder < holders.size() && holders.get(holder) == ids[i]) {
                    pointsOf[i] = points.get(holder);
                    minutesOf[i] = Math.toIntExact(minutes.get(holder++));
                }
            }
            return new People(ids, cellOf, pointsOf, minutesOf);
        }

        /** Made one by one while they are looked at, never all at once. */
        List<Listing.Person> persons(People people, BitSet nameable) {
            List<Set<Long>> alone = cells.stream().map(cell -> Set.of(cell.home())).toList();
            return new AbstractList<>() {

                @Override
                public Listing.Person get(int index) {
                    int cell = people.cell(index);
                    Set<Integer> others = elsewhere.get(people.id(index));
                    Set<Long> counted = cell < 0 ? Set.of() : alone.get(cell);
                    if (others != null) {
                        counted = new HashSet<>(counted);
                        for (Integer other : others) {
                            counted.add(cells.get(other).home());
                        }
                    }
                    return new Listing.Person(people.id(index), nameable.get(index), cell < 0 ? null : cells.get(cell).home(),
                            counted);
                }

                @Override
                public int size() {
                    return people.count();
                }
            };
        }
    }
}
