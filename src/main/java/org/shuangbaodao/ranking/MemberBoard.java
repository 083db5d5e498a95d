package org.shuangbaodao.ranking;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.shuangbaodao.organization.Organization;

/**
 * Everybody's standing in one period; immutable. Ranks count all, what leaves for a page are the listed ones only. A country
 * has
 * a million of them: people are rows of arrays, and their names are read when a page shows them.
 */
public final class MemberBoard {

    private static final int SCOPES_KEPT = 32;

    private final BoardStamp made;
    private final People people;
    private final BitSet agreed;
    private final BitSet listed;
    private final int[] listedByName;
    private final List<CellAt> cells;
    // People with a cell, cell by cell, and where each cell begins.
    private final int[] byCell;
    private final int[] starts;
    private final Map<Long, Set<Integer>> elsewhere;
    private final Map<Long, Place> places;
    private final Map<String, MemberRanks> scopes = new ConcurrentHashMap<>();
    private final MemberRanks everybody;

    /** A cell that is shown, at its place in the tree. */
    record CellAt(Place place, boolean merged) {
    }

    /**
     * How the people fall apart.
     *
     * @param cells in the order of their paths; {@code people} refer to them
     * @param elsewhere by id of the people who earned something in other cells than their own: which, by their numbers
     * @param places of the tree the cells were cut from
     */
    record Cut(List<CellAt> cells, Map<Long, Set<Integer>> elsewhere, Map<Long, Place> places) {
    }

    /**
     * @param listed by index of people
     * @param byName indexes of those who agreed, in the order of their names
     */
    MemberBoard(BoardStamp made, People people, BitSet listed, int[] byName, Cut cut) {
        this.made = made;
        this.elsewhere = cut.elsewhere;
        this.places = cut.places;
        this.people = people;
        this.listed = listed;
        this.agreed = new BitSet(people.count());
        Arrays.stream(byName).forEach(agreed::set);
        this.listedByName = Arrays.stream(byName).filter(listed::get).toArray();
        this.cells = cut.cells;
        this.starts = new int[cells.size() + 1];
        for (int i = 0; i < people.count(); i++) {
            if (people.cell(i) >= 0) {
                starts[people.cell(i) + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        this.byCell = new int[starts[cells.size()]];
        int[] next = starts.clone();
        for (int i = 0; i < people.count(); i++) {
            if (people.cell(i) >= 0) {
                byCell[next[people.cell(i)]++] = i;
            }
        }
        this.everybody = rank("");
    }

    BoardStamp made() {
        return made;
    }

    /** Whether the person's work is in some figure of the period without his being named. */
    boolean countsUnnamed(long id) {
        int index = people.indexOf(id);
        return index >= 0 && !listed.get(index);
    }

    MemberRanks everybody() {
        return everybody;
    }

    /** Everybody whose cell lies wholly inside an organization, as it stood then, ranked among themselves. */
    MemberRanks within(Organization scope) {
        if (scope == null) {
            return everybody;
        }
        String path = Place.pathOf(scope, places);
        MemberRanks known = scopes.get(path);
        if (known != null) {
            return known;
        }
        if (scopes.size() >= SCOPES_KEPT) {
            scopes.clear();
        }
        return scopes.computeIfAbsent(path, this::rank);
    }

    /** The same for one person's own neighbourhood, which is asked for once and shows nobody. */
    MemberRanks around(Place cell) {
        int from = firstNotBefore(cell.path());
        return new MemberRanks(points(from, firstBehind(from, cell.path())), new int[0], people);
    }

    private MemberRanks rank(String path) {
        int from = firstNotBefore(path);
        int to = firstBehind(from, path);
        int[] named = Arrays.stream(listedByName).filter(i -> people.cell(i) >= from && people.cell(i) < to).toArray();
        return new MemberRanks(points(from, to), named, people);
    }

    private long[] points(int fromCell, int toCell) {
        return IntStream.range(starts[fromCell], starts[toCell]).mapToLong(i -> people.points(byCell[i])).sorted().toArray();
    }

    private int firstBehind(int from, String path) {
        int behind = from;
        while (behind < cells.size() && cells.get(behind).place.path().startsWith(path)) {
            behind++;
        }
        return behind;
    }

    private int firstNotBefore(String path) {
        int low = 0;
        int high = cells.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells.get(middle).place.path().compareTo(path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the person is told from: his branch, or what it is merged into. Null for who is in no cell that is shown. */
    Place cellOf(long id) {
        int index = people.indexOf(id);
        return index < 0 || people.cell(index) < 0 ? null : cells.get(people.cell(index)).place;
    }

    boolean isWithin(long id, Organization scope) {
        Place cell = cellOf(id);
        return cell != null && cell.path().startsWith(Place.pathOf(scope, places));
    }

    long pointsOf(long id) {
        return people.points(people.indexOf(id));
    }

    boolean isListed(long id) {
        int index = people.indexOf(id);
        return index >= 0 && listed.get(index);
    }

    /** The same while some cells are silent, as {@link #silentWithout} gives them. */
    boolean isListed(long id, BitSet silent) {
        return isListed(id) && !isSilent(people.indexOf(id), silent);
    }

    /**
     * The cells that must name nobody any longer when these people are no longer named: what is left when the others' figures
     * are taken off would be theirs. Silences more than a new board would, which counts who else is left out.
     *
     * @return by the cells' numbers
     */
    BitSet silentWithout(Collection<Long> withdrawn) {
        BitSet silent = new BitSet(cells.size());
        Deque<Long> unnamed = new ArrayDeque<>(withdrawn.stream().filter(this::isListed).toList());
        while (!unnamed.isEmpty()) {
            long id = unnamed.remove();
            IntStream home = IntStream.of(people.cell(people.indexOf(id)));
            IntStream others = elsewhere.getOrDefault(id, Set.of()).stream().mapToInt(Integer::intValue);
            IntStream.concat(home, others).filter(cell -> !silent.get(cell)).forEach(cell -> {
                silent.set(cell);
                listedIn(cell).filter(elsewhere::containsKey).forEach(unnamed::add);
            });
        }
        return silent;
    }

    private LongStream listedIn(int cell) {
        return Arrays.stream(byCell, starts[cell], starts[cell + 1]).filter(listed::get).mapToLong(people::id);
    }

    /** @param silent as {@link #silentWithout} gives it */
    boolean isSilent(int index, BitSet silent) {
        return silent.get(people.cell(index));
    }

    boolean hasAgreed(long id) {
        return agreed.get(people.indexOf(id));
    }

    /** @param index of people, as {@link MemberRanks} gives it */
    Row row(int index, String name) {
        CellAt cell = cells.get(people.cell(index));
        return new Row(people.id(index), name, cell.place, cell.merged, people.points(index), people.minutes(index));
    }

    long idAt(int index) {
        return people.id(index);
    }

    /**
     * One person who is named.
     *
     * @param cell the branch, or the organization it is merged into
     * @param points hundredths
     */
    public record Row(long id, String name, Place cell, boolean merged, long points, long minutes) {
    }
}
