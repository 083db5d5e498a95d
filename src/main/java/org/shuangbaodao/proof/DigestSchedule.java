package org.shuangbaodao.proof;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Every replica looks now and then whether the day has its digest; whoever is first makes it. */
@ApplicationScoped
class DigestSchedule {

    private final Digests digests;
    private final DatabaseWatch watch;

    DigestSchedule(Digests digests, DatabaseWatch watch) {
        this.digests = digests;
        this.watch = watch;
    }

    @Scheduled(every = "{app.ledger.digest-every}", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (watch.isAway()) {
            return;
        }
        try {
            digests.make();
        } catch (RuntimeException e) {
            Log.warn("The digest of the day could not be made, which is tried again", e);
        }
    }
}
