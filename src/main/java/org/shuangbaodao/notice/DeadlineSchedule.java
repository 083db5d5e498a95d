package org.shuangbaodao.notice;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Every few minutes, in every replica. */
@ApplicationScoped
class DeadlineSchedule {

    private final Deadlines deadlines;
    private final DatabaseWatch watch;

    DeadlineSchedule(Deadlines deadlines, DatabaseWatch watch) {
        this.deadlines = deadlines;
        this.watch = watch;
    }

    @Scheduled(every = "{app.notices.look-every}", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (watch.isAway()) {
            return;
        }
        try {
            deadlines.act();
        } catch (RuntimeException e) {
            Log.warn("Deadlines of notices could not be looked after, which is tried again", e);
        }
    }
}
