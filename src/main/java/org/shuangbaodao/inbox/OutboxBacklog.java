package org.shuangbaodao.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

/** How much is on its way out of the house, for those who watch the service. */
@ApplicationScoped
public class OutboxBacklog {

    private final EntityManager database;

    OutboxBacklog(EntityManager database) {
        this.database = database;
    }

    /**
     * @param waiting to be sent or to be tried again
     * @param givenUp tried often enough; somebody has to look
     * @param oldest since when the longest waiting has been there, null when nothing waits
     */
    public record Waiting(long waiting, long givenUp, Instant oldest) {
    }

    @Transactional
    public Waiting read() {
        Map<ParcelState, Tuple> rows = database
                .createQuery("select state as state, count(*) as parcels, min(createdAt) as oldest"
                        + " from Parcel where state in :states group by state", Tuple.class)
                .setParameter("states", List.of(ParcelState.WAITING, ParcelState.GIVEN_UP)).getResultList().stream()
                .collect(Collectors.toMap(row -> row.get("state", ParcelState.class), row -> row));
        return new Waiting(count(rows.get(ParcelState.WAITING)), count(rows.get(ParcelState.GIVEN_UP)),
                rows.containsKey(ParcelState.WAITING) ? rows.get(ParcelState.WAITING).get("oldest", Instant.class) : null);
    }

    private static long count(Tuple row) {
        return row == null ? 0 : row.get("parcels", Long.class);
    }
}
