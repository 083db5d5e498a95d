package org.shuangbaodao.award;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.DecisionPolicy;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.Standpoint;
import org.shuangbaodao.servicerecord.Standpoints;
import org.shuangbaodao.servicerecord.Verb;
import org.shuangbaodao.servicerecord.Verdict;

/** What waits for a person: the oldest first, only what it is his turn to decide. */
@ApplicationScoped
class ReviewQueue {

    /** Looked through at once; more than anybody decides in a day. */
    private static final int HORIZON = 1000;

    private static final Set<RecordState> TO_CONFIRM = Set.of(RecordState.SUBMITTED, RecordState.QUERIED);
    private static final Set<RecordState> TO_AWARD = Set.of(RecordState.CONFIRMED);

    private final EntityManager database;
    private final Organizations organizations;
    private final Standpoints standpoints;
    private final AuditTrail audit;
    private final BusinessTime time;

    ReviewQueue(EntityManager database, Organizations organizations, Standpoints standpoints, AuditTrail audit,
            BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.standpoints = standpoints;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What waits for one step.
     *
     * @param page what matches the filter
     * @param waiting all that it is his turn to decide, whatever the filter: what the filter can be chosen from
     * @param held how many of them cannot go on because the member says he did not take part
     * @param forOthers records within reach that somebody else has to decide on, because the person may not
     */
    record Waiting(PageOf<ServiceRecord> page, List<ServiceRecord> waiting, int held, int forOthers) {
    }

    @Transactional
    Waiting of(long actorId, Step step, QueueFilter filter, int page, int size) {
        Sorted all = sorted(actorId, step, QueueFilter.NONE);
        Sorted matching = filter.isEmpty() ? all : sorted(actorId, step, filter);
        // What is held cannot be decided, only looked into: it is listed where somebody asks for it.
        List<ServiceRecord> listed = filter.wants(QueueFilter.Mark.HELD) ? matching.held : matching.own;
        int from = Math.min((page - 1) * size, listed.size());
        List<ServiceRecord> shown = listed.subList(from, Math.min(from + size, listed.size()));
        if (!shown.isEmpty()) {
            audit.done(actorId, Audited.of("review-read", "service_record", step.name()).detail("rows=" + shown.size()));
        }
        return new Waiting(new PageOf<>(shown, page, size, listed.size()), all.own, all.held.size(), all.forOthers);
    }

    /** How many it is his turn to decide, and since when the first of them waits, without looking at them. */
    @Transactional
    Due due(long actorId, Step step) {
        List<ServiceRecord> own = sorted(actorId, step, QueueFilter.NONE).own;
        return new Due(own.size(), own.isEmpty() ? null : own.get(0).waitingSince);
    }

    /** @param oldest null where nothing is due */
    record Due(int records, Instant oldest) {
    }

    private Sorted sorted(long actorId, Step step, QueueFilter filter) {
        List<ServiceRecord> records = within(actorId, step, filter);
        Standpoints.View view = standpoints.of(actorId).lookingAt(records);
        List<ServiceRecord> own = new ArrayList<>();
        List<ServiceRecord> held = new ArrayList<>();
        int forOthers = 0;
        for (ServiceRecord record : records) {
            Verdict verdict = judge(record, step, view.to(record));
            if (verdict instanceof Verdict.Allowed) {
                own.add(record);
            } else if (((Verdict.Refused) verdict).reason() == Verdict.Reason.HELD) {
                held.add(record);
            } else if (((Verdict.Refused) verdict).reason() != Verdict.Reason.NOT_YET) {
                forOthers++;
            }
        }
        return new Sorted(own, held, forOthers);
    }

    private record Sorted(List<ServiceRecord> own, List<ServiceRecord> held, int forOthers) {
    }

    private static Verdict judge(ServiceRecord record, Step step, Standpoint who) {
        return DecisionPolicy.judge(step == Step.CONFIRMATION ? Verb.CONFIRM : Verb.AWARD, record.situation(), who);
    }

    private List<ServiceRecord> within(long actorId, Step step, QueueFilter filter) {
        List<String> paths = paths(actorId, step);
        if (paths.isEmpty()) {
            return List.of();
        }
        Map<String, Object> bound = new TreeMap<>();
        StringBuilder places = new StringBuilder();
        for (String path : paths) {
            String name = "p" + bound.size();
            places.append(bound.isEmpty() ? "" : " or ").append("o.path like :").append(name);
            bound.put(name, path + "%");
        }
        // Service outside the area has no community: whoever stands above the branch confirms it.
        String where = step == Step.CONFIRMATION
                ? "(o.id = r.communityId or (r.communityId is null and o.id = r.branchId))"
                : "o.id = r.branchId";
        Optional<String> place = filter.place().isEmpty() ? Optional.empty()
                : organizations.find(filter.place()).map(found -> found.path);
        TypedQuery<ServiceRecord> query = database.createQuery("""
                select r from ServiceRecord r where r.state in :states and exists
                (select o.id from Organization o where %s and (%s))%s order by r.waitingSince, r.id"""
                .formatted(where, places, filter.conditions(place, bound)), ServiceRecord.class)
                .setParameter("states", step == Step.CONFIRMATION ? TO_CONFIRM : TO_AWARD).setMaxResults(HORIZON);
        bound.forEach(query::setParameter);
        return query.getResultList();
    }

    private List<String> paths(long actorId, Step step) {
        Set<Office> offices = step == Step.CONFIRMATION
                ? Set.of(Office.COMMUNITY_SECRETARY, Office.GRID_LEAD, Office.COMMITTEE_OFFICER)
                : Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY, Office.COMMITTEE_OFFICER);
        List<String> paths = new ArrayList<>();
        for (Appointment held : Appointment.heldBy(actorId, time.today())) {
            if (offices.contains(held.office)) {
                Organization reached = organizations.byId(held.organizationId);
                // A grid's lead stands in for the community the grid lies in.
                paths.add(held.office == Office.GRID_LEAD ? organizations.byId(reached.parentId).path : reached.path);
                absorbed(reached).forEach(merged -> paths.add(merged.path));
            }
        }
        return paths;
    }

    // What was merged into an organization is decided there.
    private static List<Organization> absorbed(Organization organization) {
        return Organization.list("successorId", organization.id);
    }
}
