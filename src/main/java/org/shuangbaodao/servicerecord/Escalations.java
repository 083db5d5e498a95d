package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.servicerecord.Capacity.Step;

/** Whose turn it has become by the silence of those who are nearer (民政部令67号 art. 11). */
@ApplicationScoped
public class Escalations {

    private static final Set<RecordState> TO_CONFIRM = Set.of(RecordState.SUBMITTED, RecordState.QUERIED);
    private static final Set<RecordState> TO_AWARD = Set.of(RecordState.CONFIRMED);

    private final EntityManager database;
    private final Standpoints standpoints;

    Escalations(EntityManager database, Standpoints standpoints) {
        this.database = database;
        this.standpoints = standpoints;
    }

    /**
     * One person's turn with one record.
     *
     * @param since the day it came to him
     */
    public record Turn(long personId, LocalDate since) {
    }

    /** @param lastId of the records looked at, null when there were none left */
    public record Batch(List<Turn> turns, Long lastId) {
    }

    /**
     * Looks at the next records that have waited since before {@code due}, in the order of their ids.
     *
     * @param afterId the last one looked at before
     */
    @Transactional
    public Batch after(Step step, Instant due, long afterId, int most) {
        List<ServiceRecord> records = database.createQuery("""
                select r from ServiceRecord r where r.state in :states and r.heldAt is null and r.waitingSince < :due
                and r.id > :after order by r.id""", ServiceRecord.class)
                .setParameter("states", step == Step.CONFIRMATION ? TO_CONFIRM : TO_AWARD).setParameter("due", due)
                .setParameter("after", afterId).setMaxResults(most).getResultList();
        Standpoints.View view = standpoints.of(Actor.BY_ITSELF).lookingAt(records);
        List<Turn> turns = new ArrayList<>();
        records.forEach(record -> view.escalatedTo(record, step).forEach((person, day) -> turns.add(new Turn(person, day))));
        return new Batch(turns, records.isEmpty() ? null : records.get(records.size() - 1).id);
    }
}
