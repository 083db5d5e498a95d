package org.shuangbaodao.identity;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.identity.LoginAttempts.Limit;

/**
 * Slows down whoever floods a form that is open to everybody, or guesses codes there: so many from one network address are
 * free, each further one locks it for longer. Counted as attempts to log in are, and forgotten like them.
 */
@ApplicationScoped
public class AddressLimits {

    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);

    private final LoginAttempts attempts;

    AddressLimits(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Counts a request, or says how long to wait first.
     *
     * @param form which form it is for, and about what
     * @param address of the network, as the server sees it
     * @param free how many within an hour cost nothing
     */
    public Optional<Duration> admit(String form, String address, int free) {
        return attempts.admit(bucket(form, address), new Limit(free, FIRST_LOCK));
    }

    /** The request was a good one: it does not count. */
    public void takeBack(String form, String address) {
        attempts.takeBack(bucket(form, address));
    }

    private String bucket(String form, String address) {
        return attempts.addressBucket(form + " " + address);
    }
}
