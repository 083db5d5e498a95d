package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.ranking.FrozenTree.Node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenTreeTest {

    private static final int PLACES = 40;

    private final Map<Long, Place> present = new HashMap<>();
    private final Map<Long, Node> frozen = new HashMap<>();

    /** Organizations are moved about between the closings of branches, as wildly as a tree allows. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
    void howeverTheTreeChangesBetweenClosingsItStaysATree(long seed) {
        Random random = new Random(seed);
        for (long id = 0; id < PLACES; id++) {
            put(id, id == 0 ? null : (long) random.nextInt((int) id));
        }
        for (int step = 0; step < 200; step++) {
            long some = 1 + random.nextInt(PLACES - 1);
            long other = random.nextInt(PLACES);
            if (random.nextInt(4) == 0) {
                freeze(some);
            } else if (line(other).stream().noneMatch(place -> place.id() == some)) {
                put(some, other);
            }
        }

        Map<Long, Place> then = new FrozenTree(Map.copyOf(frozen), false).applied(present);

        assertThat(then).hasSize(PLACES);
        assertThat(then.values()).allSatisfy(place -> {
            Place parent = place.parentId() == null ? null : then.get(place.parentId());
            assertThat(place.path()).isEqualTo((parent == null ? "" : parent.path()) + Ids.text(place.id()) + "/");
        });
        frozen.forEach((id, node) -> assertThat(then.get(id).parentId()).isEqualTo(node.parent()));
    }

    @Test
    void headsThatAreFrozenStayAndOthersAreCounted() {
        FrozenTree tree = new FrozenTree(Map.of(1L, new Node(null, false, 12)), false);

        assertThat(tree.members(1, Map.of(1L, 3, 2L, 7))).isEqualTo(12);
        assertThat(tree.members(2, Map.of(1L, 3, 2L, 7))).isEqualTo(7);
    }

    @Test
    void whatCameAfterAWholeQuarterWasNotInIt() {
        put(0, null);
        put(1, 0L);
        put(2, 0L);
        FrozenTree tree = new FrozenTree(Map.of(0L, new Node(null, false, 0), 1L, new Node(0L, false, 12)), true);

        assertThat(tree.applied(present)).containsOnlyKeys(0L, 1L);
        assertThat(tree.members(2, Map.of(2L, 7))).isZero();
    }

    private void put(long id, Long parent) {
        present.put(id, new Place(id, parent, OrganizationKind.COMMITTEE, "C" + id, "党委" + id, "dangwei" + id, "", false));
    }

    // As a closing does: what is written already stays.
    private void freeze(long id) {
        line(id).forEach(place -> frozen.putIfAbsent(place.id(), new Node(place.parentId(), false, 0)));
    }

    private List<Place> line(long id) {
        return Partition.upwards(present.get(id), present);
    }
}
