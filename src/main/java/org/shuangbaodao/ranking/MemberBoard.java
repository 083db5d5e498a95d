package org.shuangbaodao.ranking;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Everybody's standing in one period; immutable. Ranks count all, what leaves for a page are the listed ones only. A country
 * has
 * a million of them: people are rows of arrays, and their names are read when a page shows them.
 */
final class MemberBoard {

    private static final int SCOPES_KEPT = 32;

    private final Instant asOf;
    private final boolean provisional;
    private final People people;
    private final BitSet agreed;
    private final BitSet listed;
    private final int[] listedByName;
    private final List<CellAt> cells;
    // People with a cell, cell by cell, and where each cell begins.
    private final int[] byCell;
    private final int[] starts;
    private final Map<String, MemberRanks> scopes = new ConcurrentHashMap<>();
    private final MemberRanks everybody;

    /** A cell that is shown, at its place in the tree. */
    record CellAt(Place place, boolean merged) {
    }

    /**
     * @param listed by index of people
     * @param byName indexes of those who agreed, in the order of their names
     * @param cells in the order of their paths; {@code people} refer to them
     */
    MemberBoard(Instant asOf, boolean provisional, People people, BitSet listed, int[] byName, List<CellAt> cells) {
        this.asOf = asOf;
        this.provisional = provisional;
        this.people = people;
        this.listed = listed;
        this.agreed = new BitSet(people.count());
        Arrays.stream(byName).forEach(agreed::set);
        this.listedByName = Arrays.stream(byName).filter(listed::get).toArray();
        this.cells = cells;
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

    Instant asOf() {
        return asOf;
    }

    boolean provisional() {
        return provisional;
    }

    /** Whether the person's work is in some figure of the period without his being named. */
    boolean countsUnnamed(long id) {
        int index = people.indexOf(id);
        return index >= 0 && !listed.get(index);
    }

    MemberRanks everybody() {
        return everybody;
    }

    /** Everybody whose cell lies wholly inside {@code path}, ranked among themselves. */
    MemberRanks within(String path) {
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

    long pointsOf(long id) {
        return people.points(people.indexOf(id));
    }

    boolean isListed(long id) {
        int index = people.indexOf(id);
        return index >= 0 && listed.get(index);
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
    record Row(long id, String name, Place cell, boolean merged, long points, long minutes) {
    }
}
