package org.shuangbaodao.database;

import java.sql.Timestamp;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Forgets answers that nobody asks for again: a client repeats within minutes, an offline form within days. */
@ApplicationScoped
class RequestKeyPurge {

    static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1000;

    private final EntityManager database;
    private final BusinessTime time;
    private final RequestKeyPurge self;

    RequestKeyPurge(EntityManager database, BusinessTime time, RequestKeyPurge self) {
        this.database = database;
        this.time = time;
        this.self = self;
    }

    @Scheduled(every = "24h", delayed = "20m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        try {
            while (self.batch() == BATCH) {
                Log.trace("A batch of old request keys was deleted");
            }
        } catch (RuntimeException e) {
            Log.warn("Old request keys could not be deleted, which is tried again tomorrow", e);
        }
    }

    // Small transactions: whoever sends a request meanwhile does not wait for a long one.
    @Transactional
    @Retried
    int batch() {
        return database.createNativeQuery("delete from request_key where created_at < ? order by created_at limit " + BATCH)
                .setParameter(1, Timestamp.from(time.now().minus(KEPT))).executeUpdate();
    }
}
