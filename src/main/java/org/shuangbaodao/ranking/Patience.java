package org.shuangbaodao.ranking;

import java.time.Duration;

/** As long as a reader waits for one page, however many boards it takes; what takes longer is made behind. */
final class Patience {

    private static final long WHOLE = Duration.ofSeconds(2).toNanos();

    private final long begun = System.nanoTime();

    /** In nanoseconds. */
    long left() {
        return WHOLE - (System.nanoTime() - begun);
    }
}
