package org.shuangbaodao.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one tree is cut in one period. Boards, pages and the API of the same tree and period all use this one.
 *
 * @param day on which heads are counted
 * @param cells in no particular order
 * @param byLeaf the cell of each branch or community that is shown
 * @param inside the cells wholly inside each organization
 */
record Partition(LocalDate day, Map<Long, Place> places, List<Cell> cells, Map<Long, Cell> byLeaf,
        Map<Long, List<Cell>> inside) {

    static Partition of(LocalDate day, Map<Long, Place> places, List<Cell> cells) {
        Map<Long, Cell> byLeaf = new HashMap<>();
        cells.forEach(cell -> cell.leaves().forEach(leaf -> byLeaf.put(leaf, cell)));
        Map<Long, List<Cell>> inside = new HashMap<>();
        cells.forEach(cell -> upwards(places.get(cell.home()), places)
                .forEach(place -> inside.computeIfAbsent(place.id(), id -> new ArrayList<>()).add(cell)));
        return new Partition(day, places, cells, byLeaf, inside);
    }

    Place home(Cell cell) {
        return places.get(cell.home());
    }

    /** Whether the merged row is only the rest of its parent, others below it being shown alone. */
    boolean isRest(Cell cell) {
        return cell.isMerged() && inside.get(cell.home()).size() > 1;
    }

    /** Cells that lie wholly inside an organization. */
    List<Cell> inside(Place organization) {
        return inside.getOrDefault(organization.id(), List.of());
    }

    /** The merged cell that holds more than the organization, which therefore cannot be shown by itself. */
    Optional<Cell> around(Place organization, Collection<Long> leaves) {
        return leaves.stream().map(byLeaf::get).filter(cell -> cell != null && cell.home() != organization.id()
                && organization.path().startsWith(home(cell).path())).findFirst();
    }

    /** An organization and all above it. */
    static List<Place> upwards(Place from, Map<Long, Place> places) {
        List<Place> line = new ArrayList<>();
        for (Place place = from; place != null; place = places.get(place.parentId())) {
            line.add(place);
        }
        return line;
    }
}
