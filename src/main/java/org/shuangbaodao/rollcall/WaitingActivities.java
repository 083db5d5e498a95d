package org.shuangbaodao.rollcall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.servicerecord.RecordState;

/** Activities whose records wait for a community's secretary: to be confirmed as a whole rather than one by one. */
@ApplicationScoped
class WaitingActivities implements TodoSource {

    private final EntityManager database;
    private final Activities activities;
    private final BusinessTime time;

    WaitingActivities(EntityManager database, Activities activities, BusinessTime time) {
        this.database = database;
        this.activities = activities;
        this.time = time;
    }

    /** @param records of the activity that wait, for whomever of the community */
    record Waiting(ActivityFacts activity, long records) {
    }

    /** The longest past first. */
    @Transactional
    List<Waiting> of(long actorId) {
        List<Long> communities = Appointment.heldBy(actorId, time.today()).stream()
                .filter(held -> held.office == Office.COMMUNITY_SECRETARY).map(held -> held.organizationId).toList();
        if (communities.isEmpty()) {
            return List.of();
        }
        List<Tuple> rows = database.createQuery("select activityId as activity, count(*) as records from ServiceRecord"
                + " where communityId in :communities and state in :states and activityId is not null group by activityId",
                Tuple.class).setParameter("communities", communities)
                .setParameter("states", List.of(RecordState.SUBMITTED, RecordState.QUERIED)).getResultList();
        Map<Long, ActivityFacts> known = activities.byIds(rows.stream().map(row -> row.get("activity", Long.class)).toList());
        List<Waiting> waiting = new ArrayList<>();
        rows.forEach(
                row -> waiting.add(new Waiting(known.get(row.get("activity", Long.class)), row.get("records", Long.class))));
        waiting.sort(Comparator.comparing(each -> each.activity().startsAt()));
        return waiting;
    }

    @Override
    public List<Todo> of(Actor actor) {
        return actor.has(Actor.DECIDER)
                ? List.of(new Todo("rollcall:todo_activities", of(actor.memberId()).size(), "/activities/confirmations"))
                : List.of();
    }
}
