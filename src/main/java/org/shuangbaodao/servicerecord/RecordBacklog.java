package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.servicerecord.Capacity.Step;

/** How much waits for a decision over all organizations, and since when. No person is looked at. */
@ApplicationScoped
public class RecordBacklog {

    private static final Set<RecordState> TO_CONFIRM = Set.of(RecordState.SUBMITTED, RecordState.QUERIED);
    private static final Set<RecordState> TO_AWARD = Set.of(RecordState.CONFIRMED);

    private final EntityManager database;

    RecordBacklog(EntityManager database) {
        this.database = database;
    }

    /**
     * What waits for a step.
     *
     * @param oldest since when the longest waiting has been due, null if none waits
     */
    public record Waiting(long records, Instant oldest) {
    }

    /** By step, none left out. */
    @Transactional
    public Map<Step, Waiting> waiting() {
        Map<Step, Waiting> waiting = new EnumMap<>(Step.class);
        waiting.put(Step.CONFIRMATION, waiting(TO_CONFIRM));
        waiting.put(Step.AWARD, waiting(TO_AWARD));
        return waiting;
    }

    private Waiting waiting(Set<RecordState> states) {
        List<Object[]> rows = database.createQuery(
                "select count(r), min(r.waitingSince) from ServiceRecord r where r.state in :states", Object[].class)
                .setParameter("states", states).getResultList();
        return new Waiting(((Number) rows.get(0)[0]).longValue(), (Instant) rows.get(0)[1]);
    }
}
