package org.shuangbaodao.servicerecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/**
 * Who holds which office around some records, and who counts as one with whom: read in a handful of statements, however many
 * records, branches and people there are. Lives within one transaction.
 */
final class OfficeChart {

    private final Organizations organizations;
    private final Offices offices;
    private final Map<Long, Organization> known = new HashMap<>();
    private final Map<Long, List<Organization>> grids = new HashMap<>();
    private final Map<Long, Map<Office, List<Long>>> holders = new HashMap<>();
    private final Map<Long, Set<Long>> asOne = new HashMap<>();

    OfficeChart(Organizations organizations, Offices offices) {
        this.organizations = organizations;
        this.offices = offices;
    }

    /** Reads what is not known yet about everybody and every place these records have to do with. */
    void include(Collection<ServiceRecord> records, long actorId) {
        Set<Long> places = new HashSet<>();
        Set<Long> people = new HashSet<>(Set.of(actorId));
        for (ServiceRecord record : records) {
            addIfThere(places, record.branchId, record.communityId, record.gridId);
            addIfThere(people, record.memberId, record.enteredBy, record.confirmedBy, record.awardedBy,
                    record.signedBy);
        }
        includePlaces(places);
        people.removeAll(asOne.keySet());
        if (!people.isEmpty()) {
            asOne.putAll(offices.countingAsOneWith(people));
        }
    }

    private static void addIfThere(Set<Long> ids, Long... some) {
        for (Long id : some) {
            if (id != null) {
                ids.add(id);
            }
        }
    }

    // The places, what they were merged into, and all above them.
    private void includePlaces(Set<Long> places) {
        List<Organization> fresh = new ArrayList<>();
        for (Set<Long> wanted = unknown(places); !wanted.isEmpty();) {
            Map<Long, Organization> found = organizations.byIds(wanted);
            known.putAll(found);
            fresh.addAll(found.values());
            Set<Long> next = new HashSet<>();
            found.values().forEach(each -> {
                addIfThere(next, each.successorId);
                next.addAll(each.superiors());
            });
            wanted = unknown(next);
        }
        if (fresh.isEmpty()) {
            return;
        }
        List<Long> communities = fresh.stream().filter(each -> each.kind == OrganizationKind.COMMUNITY).map(each -> each.id)
                .toList();
        Map<Long, List<Organization>> below = organizations.childrenOf(communities, OrganizationKind.GRID);
        communities.forEach(community -> grids.put(community, below.getOrDefault(community, List.of())));
        Set<Long> held = new HashSet<>();
        fresh.forEach(each -> held.add(each.id));
        below.values().stream().flatMap(List::stream).forEach(grid -> {
            known.put(grid.id, grid);
            held.add(grid.id);
        });
        holders.putAll(offices.holders(held));
    }

    private Set<Long> unknown(Collection<Long> ids) {
        Set<Long> unknown = new HashSet<>(ids);
        unknown.removeAll(known.keySet());
        return unknown;
    }

    /** Who decides today for an organization that may have been merged away since. */
    Organization deciding(long organizationId) {
        Organization last = Objects.requireNonNull(known.get(organizationId), "not included");
        while (last.successorId != null) {
            last = known.get(last.successorId);
        }
        return last;
    }

    List<Organization> superiorsOf(Organization organization) {
        return organization.superiors().stream().map(known::get).toList();
    }

    /** The grid itself, or all of the community's where none is named. */
    List<Organization> gridsOf(Organization community, Long gridId) {
        return gridId == null ? grids.getOrDefault(community.id, List.of()) : List.of(known.get(gridId));
    }

    List<Long> holders(Office office, Organization organization) {
        return holders.getOrDefault(organization.id, Map.of()).getOrDefault(office, List.of());
    }

    Set<Long> asOneWith(long personId) {
        return asOne.getOrDefault(personId, Set.of());
    }
}
