package org.shuangbaodao.operations;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.ledger.BooksCheck;

/** The one row that all replicas share: whose turn it is to check the books, and what was found last. */
@ApplicationScoped
class CheckRow {

    /** Longer than a check takes; whoever has not finished by then is gone. */
    private static final Duration LOST = Duration.ofHours(3);

    private final EntityManager database;
    private final BusinessTime time;

    CheckRow(EntityManager database, BusinessTime time) {
        this.database = database;
        this.time = time;
    }

    /** @param finishedAt of the last complete check */
    record Found(Instant finishedAt, long branches, long entries, long brokenBranches, long differences) {

        boolean isSound() {
            return brokenBranches == 0 && differences == 0;
        }
    }

    /**
     * Takes the turn, if none began at {@code due} or later.
     *
     * @return true for one replica only
     */
    @Transactional
    @Retried
    boolean take(Instant due) {
        return database.createNativeQuery("update operations_check set started_at = :now where id = 1"
                + " and (started_at is null or started_at < :due)"
                + " and (started_at is null or finished_at >= started_at or started_at < :lost)")
                .setParameter("now", Timestamp.from(time.now())).setParameter("due", Timestamp.from(due))
                .setParameter("lost", Timestamp.from(time.now().minus(LOST))).executeUpdate() == 1;
    }

    @Transactional
    @Retried
    void finish(BooksCheck.Outcome outcome) {
        database.createNativeQuery("update operations_check set finished_at = ?, branches = ?, entries = ?,"
                + " broken_branches = ?, differences = ? where id = 1")
                .setParameter(1, Timestamp.from(time.now())).setParameter(2, outcome.branches())
                .setParameter(3, outcome.entries()).setParameter(4, outcome.brokenBranches())
                .setParameter(5, outcome.differences()).executeUpdate();
    }

    /** Empty until a first check is through. */
    @Transactional
    Optional<Found> last() {
        Object[] row = (Object[]) database.createNativeQuery("select unix_timestamp(finished_at), branches, entries,"
                + " broken_branches, differences from operations_check where id = 1").getSingleResult();
        return row[0] == null ? Optional.empty()
                : Optional.of(new Found(Instant.ofEpochSecond(((Number) row[0]).longValue()), number(row[1]), number(row[2]),
                        number(row[3]), number(row[4])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
