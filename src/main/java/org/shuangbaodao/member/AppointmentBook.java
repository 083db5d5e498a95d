package org.shuangbaodao.member;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** The appointments a reader has to do with: in and below the organizations he holds an office of, and his own. */
@ApplicationScoped
class AppointmentBook {

    /** No list of proposals is longer than somebody works off. */
    private static final int LISTED = 200;

    // Whoever was appointed until some day is out of office the day after, without anybody's doing.
    private static final String LASTING = "held.state = IN_FORCE and (held.validTo is null or held.validTo >= :today)";
    private static final String PAST = "(held.state in (ENDED, DECLINED) or held.state = IN_FORCE and held.validTo < :today)";

    private final EntityManager database;
    private final Organizations organizations;
    private final BusinessTime time;

    AppointmentBook(EntityManager database, Organizations organizations, BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.time = time;
    }

    /** Proposals without a second signature, the oldest first. */
    List<Appointment> waiting(long readerId) {
        return query("select held", Appointment.class, readerId, "held.state = PROPOSED",
                "order by held.proposedAt, held.id").setMaxResults(LISTED).getResultList();
    }

    PageOf<Appointment> inForce(long readerId, int page) {
        return page(readerId, LASTING, "order by organization.path, held.office, held.validFrom",
                page);
    }

    PageOf<Appointment> past(long readerId, int page) {
        return page(readerId, PAST,
                "order by held.signedAt desc, held.id desc", page);
    }

    private PageOf<Appointment> page(long readerId, String which, String order, int page) {
        int size = PageOf.DEFAULT_SIZE;
        long total = query("select count(held)", Long.class, readerId, which, "").getSingleResult();
        List<Appointment> items = query("select held", Appointment.class, readerId, which, order)
                .setFirstResult((page - 1) * size).setMaxResults(size).getResultList();
        return new PageOf<>(items, page, size, total);
    }

    private <T> TypedQuery<T> query(String select, Class<T> type, long readerId, String which, String order) {
        List<String> scopes = new ArrayList<>(List.of("held.memberId = :reader", "held.standsInFor = :reader"));
        List<Object> values = new ArrayList<>();
        for (Appointment seat : Appointment.heldBy(readerId, time.today())) {
            if (seat.office == Office.ADMINISTRATOR) {
                scopes.add("held.office = ADMINISTRATOR or held.office = COMMITTEE_OFFICER and organization.parentId is null");
            } else {
                Organization organization = organizations.byId(seat.organizationId);
                scopes.add("organization.path like :scope" + values.size() + " and held.office <> ADMINISTRATOR");
                values.add(organization.path + "%");
            }
        }
        TypedQuery<T> query = database.createQuery(select + """
                 from Appointment held join Organization organization on organization.id = held.organizationId
                where\s""" + which + " and ((" + String.join(") or (", scopes) + ")) " + order, type)
                .setParameter("reader", readerId);
        if (which.contains(":today")) {
            query.setParameter("today", time.today());
        }
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("scope" + i, values.get(i));
        }
        return query;
    }
}
