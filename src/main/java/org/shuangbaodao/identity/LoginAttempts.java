package org.shuangbaodao.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.KeyFolder;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;

/**
 * Slows down whoever guesses. Attempts are counted before the password is looked at, and taken back when it was right: a
 * thousand attempts at once gain nothing over one after the other.
 */
@ApplicationScoped
class LoginAttempts {

    /** How many wrong attempts are free, and the first lock after them; each further one doubles the lock. */
    record Limit(int free, Duration firstLock) {

        /** A person who mistypes. */
        static final Limit LOGIN = new Limit(5, Duration.ofSeconds(30));
        /** An office behind one address. */
        static final Limit ADDRESS = new Limit(50, Duration.ofSeconds(30));

        static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

        Optional<Duration> lockAfter(int failures) {
            if (failures < free) {
                return Optional.empty();
            }
            Duration lock = firstLock.multipliedBy(1L << Math.min(failures - free, 10));
            return Optional.of(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
        }
    }

    /** After a quiet hour the counting starts anew. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final EntityManager database;
    private final KeyFolder keys;
    private final BusinessTime time;

    LoginAttempts(EntityManager database, KeyFolder keys, BusinessTime time) {
        this.database = database;
        this.keys = keys;
        this.time = time;
    }

    String loginBucket(String foldedLogin) {
        return bucket("login:" + foldedLogin);
    }

    String addressBucket(String address) {
        return bucket("address:" + address);
    }

    /** Counts an attempt as failed, or says how long to wait first. */
    @Transactional
    @Retried
    Optional<Duration> admit(String bucket, Limit limit) {
        Instant now = time.now();
        database.createNativeQuery("insert ignore into login_attempt (bucket, failures, last_at) values (?1, 0, ?2)")
                .setParameter(1, bucket).setParameter(2, now).executeUpdate();
        LoginAttempt attempt = database.find(LoginAttempt.class, bucket, LockModeType.PESSIMISTIC_WRITE);
        if (attempt.blockedUntil != null && now.isBefore(attempt.blockedUntil)) {
            return Optional.of(Duration.between(now, attempt.blockedUntil));
        }
        boolean quiet = attempt.lastAt.plus(FORGOTTEN_AFTER).isBefore(now);
        attempt.failures = quiet ? 1 : attempt.failures + 1;
        attempt.lastAt = now;
        attempt.blockedUntil = limit.lockAfter(attempt.failures).map(now::plus).orElse(null);
        return Optional.empty();
    }

    /** The attempt was right, or never looked at: it does not count. */
    @Transactional
    @Retried
    void takeBack(String bucket) {
        LoginAttempt.update("failures = failures - 1, blockedUntil = null where bucket = ?1 and failures > 0", bucket);
    }

    @Transactional
    @Retried
    void forget(String bucket) {
        LoginAttempt.deleteById(bucket);
    }

    private String bucket(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.indexKey(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
