package org.shuangbaodao.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Cuts a tree into cells of at least {@link #LEAST} people. Whoever is too small alone is merged under the parent; when all the
 * small ones of a parent together are still too few, the smallest sibling joins them, because the parent's own total less the
 * siblings shown would tell what was hidden. A parent too small as a whole is a small child of its own parent. A root too small
 * is not shown at all.
 */
final class Cells {

    /** People a published figure is about, at least. */
    static final int LEAST = 10;

    private final Map<Long, List<Node>> children = new HashMap<>();

    private Cells(Collection<Node> nodes) {
        nodes.stream().filter(node -> node.parent != null)
                .forEach(node -> children.computeIfAbsent(node.parent, parent -> new ArrayList<>()).add(node));
    }

    /**
     * One organization of a tree.
     *
     * @param parent null at the top
     * @param leaf whether it is a row of its own: what stands below it is counted in it
     * @param members of a leaf
     * @param booked whether anything was posted to the leaf in the period: then it has figures even without members
     */
    record Node(long id, Long parent, boolean leaf, int members, boolean booked) {
    }

    /** @param nodes each after no particular order; a parent that is not among them makes its child a root */
    static List<Cell> of(Collection<Node> nodes) {
        Cells cells = new Cells(nodes);
        Set<Long> known = new HashSet<>();
        nodes.forEach(node -> known.add(node.id));
        List<Cell> cut = new ArrayList<>();
        nodes.stream().filter(node -> node.parent == null || !known.contains(node.parent))
                .forEach(root -> cut.addAll(cells.part(root).closed));
        return cut;
    }

    /**
     * What a longer period may show: its own cells, joined wherever a shorter period within it keeps organizations together.
     * So the longer one is a sum of what the shorter ones publish anyway, and subtracting one from another tells nothing new.
     *
     * @param own cells of the longer period
     * @param shorter the cells of each shorter one that have figures
     * @param hidden leaves with figures that a shorter period does not show at all
     */
    static List<Cell> joined(List<Cell> own, Collection<List<Cell>> shorter, Set<Long> hidden) {
        Map<Long, Cell> byLeaf = new LinkedHashMap<>();
        own.forEach(cell -> cell.leaves().forEach(leaf -> byLeaf.put(leaf, cell)));
        for (List<Cell> cells : shorter) {
            cells.stream().filter(Cell::isMerged).forEach(cell -> join(byLeaf, cell));
        }
        Set<Cell> result = new LinkedHashSet<>(byLeaf.values());
        result.removeIf(cell -> cell.leaves().stream().anyMatch(hidden::contains));
        return List.copyOf(result);
    }

    // Cells of one tree lie inside each other or apart, unless they have the same home: their union is a cell again.
    private static void join(Map<Long, Cell> byLeaf, Cell other) {
        Set<Cell> touched = new HashSet<>();
        other.leaves().stream().map(byLeaf::get).filter(Objects::nonNull).forEach(touched::add);
        if (touched.isEmpty() || touched.stream().anyMatch(cell -> cell.leaves().containsAll(other.leaves()))) {
            return;
        }
        Set<Long> leaves = new HashSet<>(other.leaves());
        Set<Long> tops = new HashSet<>(other.tops());
        int members = 0;
        for (Cell cell : touched) {
            leaves.addAll(cell.leaves());
            members += cell.members();
            if (cell.home() == other.home()) {
                tops.addAll(cell.tops());
            }
        }
        Cell union = new Cell(other.home(), Set.copyOf(leaves), Set.copyOf(tops), members);
        leaves.forEach(leaf -> byLeaf.put(leaf, union));
    }

    private Part part(Node node) {
        if (node.leaf) {
            return leaf(node);
        }
        List<Part> shown = new ArrayList<>();
        List<Part> small = new ArrayList<>();
        for (Node child : children.getOrDefault(node.id, List.of())) {
            Part part = part(child);
            (part.members < LEAST ? small : shown).add(part);
        }
        Part all = Part.of(node.id, small, shown);
        if (all.members < LEAST) {
            return all;
        }
        List<Part> merged = merged(small, shown);
        all.closed.clear();
        shown.forEach(part -> all.closed.addAll(part.closed));
        if (!merged.isEmpty()) {
            Part union = Part.of(node.id, merged, List.of());
            Set<Long> tops = new HashSet<>();
            merged.stream().filter(Part::counts).forEach(part -> tops.add(part.id));
            all.closed.add(new Cell(node.id, Set.copyOf(union.leaves), Set.copyOf(tops), union.members));
        }
        return all;
    }

    // Takes out of the shown ones what the small ones need to become enough.
    private static List<Part> merged(List<Part> small, List<Part> shown) {
        if (small.stream().noneMatch(Part::counts)) {
            return List.of();
        }
        List<Part> merged = new ArrayList<>(small);
        shown.sort(Comparator.comparingInt((Part part) -> part.members).thenComparingLong(part -> part.id));
        while (merged.stream().mapToInt(part -> part.members).sum() < LEAST) {
            merged.add(shown.remove(0));
        }
        return merged;
    }

    private static Part leaf(Node node) {
        Part part = new Part(node.id, node.members, node.booked, new HashSet<>(Set.of(node.id)), new ArrayList<>());
        if (node.members >= LEAST) {
            part.closed.add(new Cell(node.id, Set.of(node.id), Set.of(node.id), node.members));
        }
        return part;
    }

    /** A subtree: how many people, and the cells it falls into if it is large enough to be cut. */
    private record Part(long id, int members, boolean booked, Set<Long> leaves, List<Cell> closed) {

        static Part of(long id, List<Part> some, List<Part> others) {
            int members = 0;
            boolean booked = false;
            Set<Long> leaves = new HashSet<>();
            List<Part> parts = new ArrayList<>(some);
            parts.addAll(others);
            for (Part part : parts) {
                members += part.members;
                booked |= part.booked;
                leaves.addAll(part.leaves);
            }
            return new Part(id, members, booked, leaves, new ArrayList<>());
        }

        /** An organization without people and figures hides nothing. */
        boolean counts() {
            return members > 0 || booked;
        }
    }
}
