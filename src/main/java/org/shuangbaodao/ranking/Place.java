package org.shuangbaodao.ranking;

import java.util.Comparator;
import java.util.Map;

import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;

/** An organization as boards see it. */
public record Place(Long id, Long parentId, OrganizationKind kind, String code, String name, String sortKey, String path,
        boolean unit) {

    private static final String NOWHERE = "-";

    static final Comparator<Place> BY_NAME = Comparator.comparing(Place::sortKey).thenComparing(Place::code);

    /** Of a scope in the tree a board was cut from; nothing stands inside one that was not in it. */
    static String pathOf(Organization scope, Map<Long, Place> places) {
        if (scope == null) {
            return "";
        }
        Place place = places.get(scope.id);
        return place == null ? NOWHERE : place.path;
    }

    Place at(Long otherParent, boolean asUnit) {
        return new Place(id, otherParent, kind, code, name, sortKey, path, asUnit);
    }

    Place at(String otherPath) {
        return new Place(id, parentId, kind, code, name, sortKey, otherPath, unit);
    }

    boolean holds(Place other) {
        return other.path.startsWith(path);
    }
}
