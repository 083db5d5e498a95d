package org.shuangbaodao.roster;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.roster.PlaceDirectory.Place;

/**
 * Whose roster somebody may fill: that of his own branch as its secretary or deputy, all below him as a committee's officer.
 */
@ApplicationScoped
class RosterScope {

    private static final String LIVING = " and o.validFrom <= :today and (o.validTo is null or o.validTo >= :today)";

    private final EntityManager database;
    private final Organizations organizations;
    private final BusinessTime time;

    RosterScope(EntityManager database, Organizations organizations, BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.time = time;
    }

    /**
     * What the person reaches, the widest first.
     *
     * @throws Problem {@code roster/no-roster} if it is nothing
     */
    List<Reach> of(long memberId) {
        List<Appointment> held = Appointment.heldBy(memberId, time.today());
        Map<Long, Organization> places = organizations.byIds(held.stream().map(each -> each.organizationId).toList());
        List<Reach> reached = held.stream().filter(each -> each.office.keepsRoster(places.get(each.organizationId).kind))
                .map(each -> new Reach(places.get(each.organizationId), each.office == Office.COMMITTEE_OFFICER)).distinct()
                .sorted(Comparator.<Reach> comparingInt(each -> each.organization.path.length())
                        .thenComparing(each -> each.organization.path))
                .toList();
        if (reached.isEmpty()) {
            throw new Problem(RosterProblem.NO_ROSTER);
        }
        return reached;
    }

    RosterChecker checkerFor(List<Reach> reached) {
        Map<Long, Place> branches = new HashMap<>();
        reached.forEach(reach -> places(OrganizationKind.BRANCH, reach.pattern())
                .forEach(place -> branches.put(place.id(), place)));
        Map<String, Boolean> elsewhere = new HashMap<>();
        return new RosterChecker(PlaceDirectory.ofBranches(List.copyOf(branches.values())),
                PlaceDirectory.ofCommunities(places(OrganizationKind.COMMUNITY, "%")),
                name -> elsewhere.computeIfAbsent(name, this::isBranch), time.today());
    }

    /** @param below whether the office reaches everything below the organization, or that organization alone */
    record Reach(Organization organization, boolean below) {

        String pattern() {
            return below ? organization.path + "%" : organization.path;
        }

        boolean holds(String path) {
            return below ? path.startsWith(organization.path) : path.equals(organization.path);
        }
    }

    private List<Place> places(OrganizationKind kind, String path) {
        LocalDate today = time.today();
        return database.createQuery("select o.id, o.code, o.name, coalesce(p.name, '') from Organization o"
                + " left join Organization p on p.id = o.parentId where o.kind = :kind and o.path like :path" + LIVING
                + " order by o.id", Object[].class)
                .setParameter("kind", kind).setParameter("path", path).setParameter("today", today)
                .getResultList().stream()
                .map(row -> new Place((Long) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    private boolean isBranch(String name) {
        return Organization.count("kind = ?1 and (name = ?2 or code = ?2)", OrganizationKind.BRANCH, name) > 0;
    }
}
