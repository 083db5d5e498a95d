package org.shuangbaodao.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Every few seconds, in every replica: each parcel is sent by the one that claims it. */
@ApplicationScoped
class OutboxSchedule {

    private final Dispatch dispatch;
    private final DatabaseWatch watch;

    OutboxSchedule(Dispatch dispatch, DatabaseWatch watch) {
        this.dispatch = dispatch;
        this.watch = watch;
    }

    @Scheduled(every = "{app.outbox.look-every}", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (watch.isAway()) {
            return;
        }
        try {
            while (dispatch.send() > 0) {
                Log.trace("Messages were sent");
            }
        } catch (RuntimeException e) {
            Log.warn("The outbox could not be looked after, which is tried again", e);
        }
    }
}
