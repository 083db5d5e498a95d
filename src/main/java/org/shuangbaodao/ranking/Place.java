package org.shuangbaodao.ranking;

import java.util.Comparator;

import org.shuangbaodao.organization.OrganizationKind;

/** An organization as boards see it. */
public record Place(Long id, Long parentId, OrganizationKind kind, String code, String name, String sortKey, String path,
        boolean unit) {

    static final Comparator<Place> BY_NAME = Comparator.comparing(Place::sortKey).thenComparing(Place::code);

    boolean holds(Place other) {
        return other.path.startsWith(path);
    }
}
