package org.shuangbaodao.oversight;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Every few hours, in every replica; a turn comes with a new working day. */
@ApplicationScoped
class EscalationSchedule {

    private final EscalationTidings tidings;
    private final DatabaseWatch watch;

    EscalationSchedule(EscalationTidings tidings, DatabaseWatch watch) {
        this.tidings = tidings;
        this.watch = watch;
    }

    @Scheduled(every = "{app.escalations.look-every}", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (watch.isAway()) {
            return;
        }
        try {
            tidings.tell();
        } catch (RuntimeException e) {
            Log.warn("Who has to be told that a turn came to him could not be found out, which is tried again", e);
        }
    }
}
