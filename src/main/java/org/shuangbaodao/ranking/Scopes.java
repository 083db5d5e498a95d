package org.shuangbaodao.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.shuangbaodao.organization.OrganizationKind;

/**
 * Where a reader can go from the scope he is in.
 *
 * @param line from the top down to the scope, empty when there is none
 * @param below the next smaller scopes that show anything
 */
public record Scopes(List<Place> line, List<Place> below) {

    // More than a person looks through; the rest is reached by going down step by step.
    private static final int MOST = 300;

    static Scopes of(Partition partition, OrganizationKind leaf, Long scopeId) {
        Map<Long, Place> places = partition.places();
        List<Place> line = new ArrayList<>(Partition.upwards(places.get(scopeId), places));
        Collections.reverse(line);
        List<Place> below = below(partition, leaf, scopeId);
        if (scopeId == null && below.size() == 1) {
            below = below(partition, leaf, below.get(0).id());
        }
        return new Scopes(line, below);
    }

    private static List<Place> below(Partition partition, OrganizationKind leaf, Long parent) {
        return partition.places().values().stream()
                .filter(place -> place.kind() != leaf && Objects.equals(place.parentId(), parent)
                        && !partition.inside(place).isEmpty())
                .sorted(Place.BY_NAME).limit(MOST).toList();
    }
}
