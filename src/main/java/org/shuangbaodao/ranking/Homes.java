package org.shuangbaodao.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whose name a cell of a longer period bears. Its quarters may have been cut from other trees, each as it stood when it was
 * closed, and joined what does not lie together any longer: then it is the nearest organization above all of it.
 */
final class Homes {

    private Homes() {
    }

    /** No two bear the same name: they are put together. One that nothing stands above cannot be shown. */
    static List<Cell> of(Collection<Cell> cells, Map<Long, Place> places) {
        Map<Long, Cell> byHome = new LinkedHashMap<>();
        cells.forEach(cell -> found(cell, places).ifPresent(found -> byHome.merge(found.home(), found, Homes::union)));
        return List.copyOf(byHome.values());
    }

    private static Cell union(Cell one, Cell other) {
        return new Cell(one.home(), union(one.leaves(), other.leaves()), union(one.tops(), other.tops()),
                one.members() + other.members());
    }

    private static Set<Long> union(Set<Long> some, Set<Long> others) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Optional<Cell> found(Cell cell, Map<Long, Place> places) {
        List<Place> leaves = cell.leaves().stream().map(places::get).filter(Objects::nonNull).toList();
        Place home = places.get(cell.home());
        if (home != null && leaves.stream().allMatch(home::holds)) {
            return Optional.of(cell);
        }
        List<Place> common = null;
        for (Place leaf : leaves) {
            List<Place> line = Partition.upwards(leaf, places);
            if (common == null) {
                common = new ArrayList<>(line);
            } else {
                common.retainAll(line);
            }
        }
        return common == null || common.isEmpty() ? Optional.empty() : Optional.of(below(common.get(0), cell, leaves, places));
    }

    private static Cell below(Place home, Cell cell, List<Place> leaves, Map<Long, Place> places) {
        Set<Long> tops = new HashSet<>();
        for (Place leaf : leaves) {
            List<Place> line = Partition.upwards(leaf, places);
            int at = line.indexOf(home);
            tops.add(line.get(Math.max(0, at - 1)).id());
        }
        return new Cell(home.id(), cell.leaves(), Set.copyOf(tops), cell.members());
    }
}
