package org.shuangbaodao.ranking;

import java.util.HashMap;
import java.util.Map;

import org.shuangbaodao.kernel.Ids;

/**
 * What stays of both trees for a quarter that is closed, or is being closed branch by branch. Whatever is frozen has everything
 * above it frozen too, at the same time or earlier: so following parents upwards never leads back, however often organizations
 * are moved between two closings.
 *
 * @param whole whether nothing is missing: what is not in it did not exist then
 */
record FrozenTree(Map<Long, Node> nodes, boolean whole) {

    static final FrozenTree NONE = new FrozenTree(Map.of(), false);

    /** @param members of a branch or community on the quarter's last day */
    record Node(Long parent, boolean unit, int members) {
    }

    /** The organizations as they stood then, under the names they have now. */
    Map<Long, Place> applied(Map<Long, Place> present) {
        if (nodes.isEmpty()) {
            return present;
        }
        Map<Long, Place> then = new HashMap<>();
        present.values().stream().filter(place -> !whole || nodes.containsKey(place.id())).forEach(place -> {
            Node node = nodes.get(place.id());
            then.put(place.id(), node == null ? place : place.at(node.parent(), node.unit()));
        });
        Map<Long, String> paths = new HashMap<>();
        then.replaceAll((id, place) -> place.at(path(place, then, paths)));
        return then;
    }

    private static String path(Place place, Map<Long, Place> places, Map<Long, String> known) {
        String path = known.get(place.id());
        if (path == null) {
            Place parent = place.parentId() == null ? null : places.get(place.parentId());
            path = (parent == null ? "" : path(parent, places, known)) + Ids.text(place.id()) + "/";
            known.put(place.id(), path);
        }
        return path;
    }

    /** @param present counted now, for what is not frozen */
    int members(long leaf, Map<Long, Integer> present) {
        Node node = nodes.get(leaf);
        return node != null ? node.members() : whole ? 0 : present.getOrDefault(leaf, 0);
    }
}
