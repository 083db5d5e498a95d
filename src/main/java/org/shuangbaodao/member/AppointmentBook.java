package org.shuangbaodao.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        return query("select held", Appointment.class, readerId, Set.of(AppointmentState.PROPOSED),
                "order by held.proposedAt, held.id").setMaxResults(LISTED).getResultList();
    }

    PageOf<Appointment> inForce(long readerId, int page) {
        return page(readerId, Set.of(AppointmentState.IN_FORCE), "order by organization.path, held.office, held.validFrom",
                page);
    }

    PageOf<Appointment> past(long readerId, int page) {
        return page(readerId, Set.of(AppointmentState.ENDED, AppointmentState.DECLINED),
                "order by held.signedAt desc, held.id desc", page);
    }

    private PageOf<Appointment> page(long readerId, Set<AppointmentState> states, String order, int page) {
        int size = PageOf.DEFAULT_SIZE;
        long total = query("select count(held)", Long.class, readerId, states, "").getSingleResult();
        List<Appointment> items = query("select held", Appointment.class, readerId, states, order)
                .setFirstResult((page - 1) * size).setMaxResults(size).getResultList();
        return new PageOf<>(items, page, size, total);
    }

    private <T> TypedQuery<T> query(String select, Class<T> type, long readerId, Set<AppointmentState> states, String order) {
        List<String> scopes = new ArrayList<>(List.of("held.memberId = :reader"));
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
                where held.state in :states and (""" + " (" + String.join(") or (", scopes) + ")) " + order, type)
                .setParameter("reader", readerId).setParameter("states", states);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("scope" + i, values.get(i));
        }
        return query;
    }
}
