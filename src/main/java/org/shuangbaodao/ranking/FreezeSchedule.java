package org.shuangbaodao.ranking;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Now and then, in every replica: once a quarter there is something to do. */
@ApplicationScoped
class FreezeSchedule {

    private final FrozenPlaces places;
    private final DatabaseWatch watch;

    FreezeSchedule(FrozenPlaces places, DatabaseWatch watch) {
        this.places = places;
        this.watch = watch;
    }

    @Scheduled(every = "{app.closed-quarters.look-every}", delayed = "6m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (watch.isAway()) {
            return;
        }
        try {
            places.due().forEach(places::freezeRest);
        } catch (RuntimeException e) {
            Log.warn("Closed quarters could not be frozen as a whole, which is tried again", e);
        }
    }
}
