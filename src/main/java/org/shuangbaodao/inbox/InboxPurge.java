package org.shuangbaodao.inbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Deletes messages that have served: what they told of stays where it happened, with its history. 个人信息保护法 19: no longer
 * than needed.
 */
@ApplicationScoped
class InboxPurge {

    /** Past a year's appraisal and its objections, read or not. */
    static final Duration KEPT = Duration.ofDays(400);
    /** What was sent is kept to answer "did it leave?"; what was given up, until somebody had time to send it again. */
    static final Duration SENT_KEPT = Duration.ofDays(30);
    static final Duration GIVEN_UP_KEPT = Duration.ofDays(90);
    private static final int BATCH = 1000;

    private final EntityManager database;
    private final BusinessTime time;
    private final InboxPurge self;

    InboxPurge(EntityManager database, BusinessTime time, InboxPurge self) {
        this.database = database;
        this.time = time;
        this.self = self;
    }

    @Scheduled(every = "24h", delayed = "30m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        Instant now = time.now();
        try {
            while (self.messages(now.minus(KEPT)) == BATCH || self.sent("SENT", now.minus(SENT_KEPT)) == BATCH
                    || self.sent("DROPPED", now.minus(SENT_KEPT)) == BATCH
                    || self.sent("GIVEN_UP", now.minus(GIVEN_UP_KEPT)) == BATCH) {
                Log.trace("A batch of old messages was deleted");
            }
        } catch (RuntimeException e) {
            Log.warn("Old messages could not be deleted, which is tried again tomorrow", e);
        }
    }

    @Transactional
    @Retried
    int messages(Instant before) {
        return database.createNativeQuery("delete from inbox_message where told_at < ? order by told_at limit " + BATCH)
                .setParameter(1, Timestamp.from(before)).executeUpdate();
    }

    @Transactional
    @Retried
    int sent(String state, Instant before) {
        return database
                .createNativeQuery("delete from outbox where state = ? and ended_at < ? order by ended_at limit " + BATCH)
                .setParameter(1, state).setParameter(2, Timestamp.from(before)).executeUpdate();
    }
}
