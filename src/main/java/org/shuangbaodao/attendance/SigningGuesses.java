package org.shuangbaodao.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;

/** Slows down whoever guesses codes. A try is counted before it is looked at, and taken back when it was right. */
@ApplicationScoped
class SigningGuesses {

    /** Somebody who mistypes. */
    static final int FREE = 5;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final EntityManager database;
    private final BusinessTime time;

    SigningGuesses(EntityManager database, BusinessTime time) {
        this.database = database;
        this.time = time;
    }

    /** Counts a try as wrong, or says how long to wait first. */
    @Transactional
    @Retried
    Optional<Duration> admit(long memberId) {
        Instant now = time.now();
        database.createNativeQuery("insert ignore into signing_guess (member_id, failures, last_at) values (?1, 0, ?2)")
                .setParameter(1, memberId).setParameter(2, now).executeUpdate();
        SigningGuess guess = database.find(SigningGuess.class, memberId, LockModeType.PESSIMISTIC_WRITE);
        if (guess.blockedUntil != null && now.isBefore(guess.blockedUntil)) {
            return Optional.of(Duration.between(now, guess.blockedUntil));
        }
        boolean quiet = guess.lastAt.plus(FORGOTTEN_AFTER).isBefore(now);
        guess.failures = quiet ? 1 : guess.failures + 1;
        guess.lastAt = now;
        guess.blockedUntil = lockAfter(guess.failures).map(now::plus).orElse(null);
        return Optional.empty();
    }

    static Optional<Duration> lockAfter(int failures) {
        if (failures < FREE) {
            return Optional.empty();
        }
        Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(failures - FREE, 10));
        return Optional.of(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
    }

    @Transactional
    @Retried
    void forget(long memberId) {
        SigningGuess.deleteById(memberId);
    }
}
