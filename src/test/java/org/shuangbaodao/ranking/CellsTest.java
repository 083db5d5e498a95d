package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.shuangbaodao.ranking.Cells.Node;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final long ROOT = 1;

    @Test
    void organizationsOfTenAndMoreStandAlone() {
        List<Cell> cells = Cells.of(List.of(root(), leaf(2, 10), leaf(3, 25)));

        assertThat(cells).extracting(Cell::home).containsExactlyInAnyOrder(2L, 3L);
        assertThat(cells).noneMatch(Cell::isMerged);
    }

    @Test
    void smallOnesStandTogetherUnderTheirParent() {
        List<Cell> cells = Cells.of(List.of(root(), leaf(2, 30), leaf(3, 6), leaf(4, 5)));

        assertThat(cells).contains(new Cell(ROOT, Set.of(3L, 4L), Set.of(3L, 4L), 11)).hasSize(2);
    }

    /** 30 + 12 + 3 = 45 is known from the parent: with 30 and 12 shown, the three would be too. */
    @Test
    void theSmallestSiblingJoinsWhenTheSmallOnesAreTooFew() {
        List<Cell> cells = Cells.of(List.of(root(), leaf(2, 30), leaf(3, 12), leaf(4, 3)));

        assertThat(cells).contains(new Cell(ROOT, Set.of(3L, 4L), Set.of(3L, 4L), 15)).hasSize(2);
    }

    @Test
    void aParentTooSmallIsASmallChildOfItsOwnParent() {
        List<Cell> cells = Cells.of(List.of(root(), inner(2), child(3, 2, 4), child(4, 2, 3), leaf(5, 40), leaf(6, 20)));

        assertThat(cells).contains(new Cell(ROOT, Set.of(3L, 4L, 6L), Set.of(2L, 6L), 27)).hasSize(2);
    }

    @Test
    void aRootTooSmallIsNotShown() {
        assertThat(Cells.of(List.of(root(), leaf(2, 4), leaf(3, 5)))).isEmpty();
    }

    @Test
    void emptyOrganizationsHideNothing() {
        List<Cell> cells = Cells.of(List.of(root(), leaf(2, 10), leaf(3, 0)));

        assertThat(cells).containsExactly(new Cell(2, Set.of(2L), Set.of(2L), 10));
    }

    /** Its figures are those of the people who left, and would follow from the parent's. */
    @Test
    void anOrganizationThatPeopleLeftBehindWithFiguresIsSmall() {
        List<Cell> cells = Cells.of(List.of(root(), leaf(2, 10), new Node(3, ROOT, true, 0, true)));

        assertThat(cells).containsExactly(new Cell(ROOT, Set.of(2L, 3L), Set.of(2L, 3L), 10));
    }

    /** Merged with 2 in one quarter, with 4 in another: shown apart for the year, each quarter would follow by subtraction. */
    @Test
    void aYearKeepsTogetherWhatOneOfItsQuartersKeepsTogether() {
        List<Node> year = List.of(root(), leaf(2, 12), leaf(3, 12), leaf(4, 12), leaf(5, 50));
        List<Cell> first = Cells.of(List.of(root(), leaf(2, 11), leaf(3, 8), leaf(4, 12), leaf(5, 50)));
        List<Cell> second = Cells.of(List.of(root(), leaf(2, 12), leaf(3, 8), leaf(4, 11), leaf(5, 50)));

        List<Cell> joined = Cells.joined(Cells.of(year), List.of(first, second), Set.of());

        assertThat(joined).extracting(Cell::leaves).containsExactlyInAnyOrder(Set.of(2L, 3L, 4L), Set.of(5L));
    }

    @Test
    void aYearHidesWhatOneOfItsQuartersHides() {
        List<Cell> joined = Cells.joined(Cells.of(List.of(root(), leaf(2, 12), leaf(3, 12))), List.of(List.of()), Set.of(2L));

        assertThat(joined).extracting(Cell::home).containsExactly(3L);
    }

    @Property(tries = 2000)
    void everyCellAndWhatItsParentLeavesOverIsTenPeopleOrMore(@ForAll Random random) {
        List<Node> tree = tree(random);
        Map<Long, Integer> members = tree.stream().collect(Collectors.toMap(Node::id, Node::members));

        List<Cell> cells = Cells.of(tree);

        Set<Long> seen = new HashSet<>();
        for (Cell cell : cells) {
            assertThat(cell.leaves()).noneMatch(seen::contains);
            seen.addAll(cell.leaves());
            assertThat(cell.leaves().stream().mapToInt(members::get).sum()).isEqualTo(cell.members())
                    .isGreaterThanOrEqualTo(Cells.LEAST);
        }
        int all = members.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(cells.stream().mapToInt(Cell::members).sum()).isEqualTo(all < Cells.LEAST ? 0 : all);
        subtotals(tree).forEach((organization, leaves) -> {
            boolean wholeCells = cells.stream().allMatch(
                    cell -> leaves.containsAll(cell.leaves()) || cell.leaves().stream().noneMatch(leaves::contains));
            assertThat(wholeCells || isInsideOne(cells, leaves))
                    .as("the total of %s is one of whole cells, or it is part of a single one", organization).isTrue();
        });
    }

    @Property(tries = 1000)
    void aYearIsASumOfWhatItsQuartersPublish(@ForAll Random random) {
        List<Node> first = tree(random);
        List<Node> second = first.stream().map(node -> node.leaf() ? new Node(node.id(), node.parent(), true,
                random.nextInt(25), random.nextBoolean()) : node).toList();
        List<Cell> own = Cells.of(second);

        List<Cell> joined = Cells.joined(own, List.of(Cells.of(first), own), Set.of());

        Set<Long> seen = new HashSet<>();
        joined.forEach(cell -> {
            assertThat(cell.leaves()).noneMatch(seen::contains);
            seen.addAll(cell.leaves());
            for (List<Cell> quarter : List.of(Cells.of(first), own)) {
                assertThat(quarter).filteredOn(Cell::isMerged).allMatch(part -> cell.leaves().containsAll(part.leaves())
                        || part.leaves().stream().noneMatch(cell.leaves()::contains));
            }
        });
    }

    private static boolean isInsideOne(List<Cell> cells, Set<Long> leaves) {
        return cells.stream().anyMatch(cell -> cell.leaves().containsAll(leaves));
    }

    private static Map<Long, Set<Long>> subtotals(List<Node> tree) {
        Map<Long, Node> known = tree.stream().collect(Collectors.toMap(Node::id, node -> node));
        Map<Long, Set<Long>> leaves = new HashMap<>();
        tree.stream().filter(Node::leaf).forEach(leaf -> {
            for (Long above = leaf.parent(); above != null; above = known.get(above).parent()) {
                leaves.computeIfAbsent(above, id -> new HashSet<>()).add(leaf.id());
            }
        });
        return leaves;
    }

    private static List<Node> tree(Random random) {
        List<Node> nodes = new ArrayList<>(List.of(root()));
        List<Long> inner = new ArrayList<>(List.of(ROOT));
        int size = 2 + random.nextInt(30);
        for (long id = 2; id < size + 2; id++) {
            Long parent = inner.get(random.nextInt(inner.size()));
            boolean leaf = random.nextInt(4) > 0;
            nodes.add(new Node(id, parent, leaf, leaf ? random.nextInt(3) * random.nextInt(15) : 0, random.nextBoolean()));
            if (!leaf) {
                inner.add(id);
            }
        }
        return nodes;
    }

    private static Node root() {
        return new Node(ROOT, null, false, 0, false);
    }

    private static Node inner(long id) {
        return new Node(id, ROOT, false, 0, false);
    }

    private static Node leaf(long id, int members) {
        return child(id, ROOT, members);
    }

    private static Node child(long id, long parent, int members) {
        return new Node(id, parent, true, members, members > 0);
    }
}
