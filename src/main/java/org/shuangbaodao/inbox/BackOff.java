package org.shuangbaodao.inbox;

import java.time.Duration;

/**
 * When to try again: after one minute, two, four, and so on up to four hours, each shortened by up to half at random, so that
 * what failed together does not come back together. Twelve attempts take between 8 and 16 hours.
 */
final class BackOff {

    static final int MOST_ATTEMPTS = 12;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    private BackOff() {
    }

    /**
     * @param failed attempts that failed so far, at least one
     * @param random from 0 up to, not including, 1
     */
    static Duration after(int failed, double random) {
        // A shift by more than this is beyond the longest anyway.
        Duration full = FIRST.multipliedBy(1L << Math.min(failed - 1, 20));
        long millis = (full.compareTo(LONGEST) > 0 ? LONGEST : full).toMillis();
        return Duration.ofMillis(millis - (long) (random * millis / 2));
    }
}
