package org.shuangbaodao.identity;

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
 * Deletes what tells of old logins. 网络安全法 wants network logs kept for six months at least, 个人信息保护法 19 no longer than
 * needed.
 */
@ApplicationScoped
class LoginPurge {

    static final Duration KEPT = Duration.ofDays(190);
    private static final int BATCH = 1000;

    private final EntityManager database;
    private final BusinessTime time;
    private final LoginPurge self;

    LoginPurge(EntityManager database, BusinessTime time, LoginPurge self) {
        this.database = database;
        this.time = time;
        this.self = self;
    }

    @Scheduled(every = "24h", delayed = "25m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        Instant before = time.now().minus(KEPT);
        try {
            while (self.sessions(before) == BATCH || self.attempts(before) == BATCH) {
                Log.trace("A batch of old logins was deleted");
            }
        } catch (RuntimeException e) {
            Log.warn("Old logins could not be deleted, which is tried again tomorrow", e);
        }
    }

    // Whatever its end, no session goes on after ends_at.
    @Transactional
    @Retried
    int sessions(Instant before) {
        return database.createNativeQuery("delete from login_session where ends_at < ? order by id limit " + BATCH)
                .setParameter(1, Timestamp.from(before)).executeUpdate();
    }

    @Transactional
    @Retried
    int attempts(Instant before) {
        return database.createNativeQuery("delete from login_attempt where last_at < ?"
                + " and (blocked_until is null or blocked_until < ?) order by last_at limit " + BATCH)
                .setParameter(1, Timestamp.from(before)).setParameter(2, Timestamp.from(before)).executeUpdate();
    }
}
