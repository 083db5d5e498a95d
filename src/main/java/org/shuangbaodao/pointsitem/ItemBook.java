package org.shuangbaodao.pointsitem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.pointsitem.ItemPolicy.Seat;
import org.shuangbaodao.pointsitem.ItemPolicy.Standpoint;
import org.shuangbaodao.pointsitem.ItemPolicy.Verb;

/** The items somebody has to do with: those of his branches, those it is his turn to decide, his own. */
@ApplicationScoped
class ItemBook {

    /** Looked through at once; more than anybody decides in a day. */
    private static final int HORIZON = 1000;

    private final EntityManager database;
    private final ItemChart chart;
    private final Organizations organizations;
    private final AuditTrail audit;
    private final BusinessTime time;

    ItemBook(EntityManager database, ItemChart chart, Organizations organizations, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.chart = chart;
        this.organizations = organizations;
        this.audit = audit;
        this.time = time;
    }

    /** Somebody a proposal can be about. */
    record Person(String number, String name) {
    }

    /** Those on the rosters of the branches whose committee the reader belongs to, as lists are sorted. */
    @Transactional
    List<Person> people(long readerId) {
        LocalDate today = time.today();
        List<Long> branches = Appointment.heldBy(readerId, today).stream()
                .filter(held -> ItemChart.COMMITTEE.contains(held.office)).map(held -> held.organizationId).distinct().toList();
        if (branches.isEmpty()) {
            return List.of();
        }
        return database.createQuery("select m.number as number, m.name as name from Affiliation a join Member m on m.id ="
                + " a.memberId where a.branchId in :branches and a.rosterState = APPROVED and a.validFrom <= :today"
                + " and (a.validTo is null or a.validTo >= :today) order by m.sortKey, m.number", Tuple.class)
                .setParameter("branches", branches).setParameter("today", today).getResultList().stream()
                .map(row -> new Person(row.get("number", String.class), row.get("name", String.class))).toList();
    }

    /** @param forOthers proposals within reach that somebody else must decide on, or that the member is heard on first */
    record Waiting(List<PointsItem> own, int forOthers) {
    }

    @Transactional
    Waiting waiting(long actorId) {
        List<PointsItem> proposed = within(actorId, "i.state = PROPOSED", "order by i.proposedAt, i.id", PointsItem.class, 0,
                HORIZON);
        Map<Long, Standpoint> standpoints = chart.of(actorId, proposed);
        List<PointsItem> own = proposed.stream()
                .filter(each -> may(Verb.APPROVE, each, standpoints.get(each.id)) && !each.day.isAfter(time.today())).toList();
        return new Waiting(own, proposed.size() - own.size());
    }

    /** All items of the branches within reach, the newest first. */
    @Transactional
    PageOf<PointsItem> all(long actorId, int page) {
        int size = PageOf.DEFAULT_SIZE;
        List<Long> count = within(actorId, "1 = 1", "", Long.class, 0, 1);
        List<PointsItem> found = within(actorId, "1 = 1", "order by i.proposedAt desc, i.id desc", PointsItem.class,
                (page - 1) * size, size);
        if (!found.isEmpty()) {
            audit.done(actorId, Audited.of("items-read", "points_item", "*").detail("rows=" + found.size()));
        }
        return new PageOf<>(found, page, size, count.isEmpty() ? 0 : count.get(0));
    }

    @Transactional
    List<PointsItem> of(long memberId) {
        return PointsItem.<PointsItem> find("memberId = ?1 order by proposedAt desc, id desc", memberId).page(0, HORIZON)
                .list();
    }

    /** How many the member may still answer to. */
    @Transactional
    long toHear(long memberId) {
        return PointsItem.count("memberId = ?1 and state = ?2 and heardUntil is not null and answeredAt is null", memberId,
                ItemState.PROPOSED);
    }

    /** @throws Problem {@code item/unknown}, for what the reader may not see too */
    @Transactional
    PointsItem visible(long itemId, long readerId) {
        PointsItem item = PointsItem.<PointsItem> findByIdOptional(itemId)
                .orElseThrow(() -> new Problem(ItemProblem.UNKNOWN));
        Standpoint reader = chart.of(readerId, List.of(item)).get(item.id);
        if (reader.ties().isEmpty() && reader.seat() == Seat.NONE) {
            throw new Problem(ItemProblem.UNKNOWN);
        }
        if (item.memberId != readerId) {
            audit.done(readerId, Audited.of("item-read", "points_item", item.id).onBehalfOf(item.memberId));
        }
        return item;
    }

    boolean may(Verb verb, PointsItem item, Standpoint who) {
        return ItemPolicy.against(verb, item.state, item.hearing(time.today()), who).isEmpty();
    }

    /** What the reader may do to an item now. */
    @Transactional
    List<Verb> allowed(PointsItem item, long readerId) {
        Standpoint reader = chart.of(readerId, List.of(item)).get(item.id);
        return List.of(Verb.values()).stream().filter(verb -> may(verb, item, reader)).toList();
    }

    private <T> List<T> within(long actorId, String where, String order, Class<T> type, int from, int most) {
        List<String> paths = paths(actorId);
        if (paths.isEmpty()) {
            return List.of();
        }
        Map<String, String> bound = new TreeMap<>();
        StringBuilder places = new StringBuilder();
        for (String path : paths) {
            String name = "p" + bound.size();
            places.append(bound.isEmpty() ? "" : " or ").append("o.path like :").append(name);
            bound.put(name, path);
        }
        TypedQuery<T> query = database.createQuery("select %s from PointsItem i where %s and exists (select o.id from"
                .formatted(type == Long.class ? "count(i)" : "i", where)
                + " Organization o where o.id = i.branchId and (" + places + ")) " + order, type)
                .setFirstResult(from).setMaxResults(most);
        bound.forEach(query::setParameter);
        return query.getResultList();
    }

    private List<String> paths(long actorId) {
        List<String> paths = new ArrayList<>();
        for (Appointment held : Appointment.heldBy(actorId, time.today())) {
            boolean officer = held.office == Office.COMMITTEE_OFFICER;
            if (officer || ItemChart.COMMITTEE.contains(held.office)) {
                Organization reached = organizations.byId(held.organizationId);
                paths.add(reached.path + (officer ? "%" : ""));
                // What was merged into a branch is decided there.
                Organization.<Organization> list("successorId", reached.id).forEach(merged -> paths.add(merged.path));
            }
        }
        return paths;
    }
}
