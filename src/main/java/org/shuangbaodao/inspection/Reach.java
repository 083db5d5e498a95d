package org.shuangbaodao.inspection;

import java.time.LocalDate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind.Tree;

/**
 * The records of some days below an organization, as a part of a statement: in the territory's tree by where it happened, in
 * the party's by the member's branch. Both ways lead over an index of place and time.
 */
record Reach(Organization scope, LocalDate from, LocalDate to) {

    private static final String COUNTED = " and r.state in ('CONFIRMED', 'QUERIED', 'AWARDED', 'REFUSED')";

    static Reach of(Organization scope, Period period) {
        return new Reach(scope, period.firstDay(), period.lastDay());
    }

    /** {@code from organization o join service_record r … where …}: everything that was entered. */
    String records() {
        return " from organization o join service_record r on r." + column() + " = o.id where o.path like :path"
                + " and r.started_at >= :from and r.started_at < :until";
    }

    /** Only what stands in a book. */
    String counted() {
        return records() + COUNTED;
    }

    /** The same for activities, by who organizes them or where they are. */
    String slots() {
        String organizer = scope.tree == Tree.TERRITORY ? "community_id" : "organizer_id";
        return " from organization o join activity a on a." + organizer + " = o.id and o.path like :path and a.ends_at >= :from"
                + " join activity_slot s on s.activity_id = a.id and s.starts_at >= :from and s.starts_at < :until"
                + " join signing g on g.slot_id = s.id and g.device is not null";
    }

    private String column() {
        return scope.tree == Tree.TERRITORY ? "community_id" : "branch_id";
    }

    Query query(EntityManager database, String sql) {
        return database.createNativeQuery(sql).setParameter("path", scope.path + "%")
                .setParameter("from", from.atStartOfDay()).setParameter("until", to.plusDays(1).atStartOfDay());
    }
}
