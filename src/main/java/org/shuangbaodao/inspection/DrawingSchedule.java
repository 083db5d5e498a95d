package org.shuangbaodao.inspection;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Every replica looks now and then whether the seed of a check has come to be known; whoever is first draws. */
@ApplicationScoped
class DrawingSchedule {

    private final SpotChecks checks;
    private final DatabaseWatch watch;

    DrawingSchedule(SpotChecks checks, DatabaseWatch watch) {
        this.checks = checks;
        this.watch = watch;
    }

    @Scheduled(every = "{app.inspection.look-every}", delayed = "40s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (watch.isAway()) {
            return;
        }
        try {
            drawDue();
        } catch (RuntimeException e) {
            Log.warn("A spot check could not be drawn, which is tried again", e);
        }
    }

    void drawDue() {
        checks.waiting().forEach(checks::draw);
    }
}
