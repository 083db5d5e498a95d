package org.shuangbaodao.roster;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Does the long parts behind the pages, two rosters at a time; what waits longer than a queue can hold is asked to come again.
 */
@ApplicationScoped
class RosterWork {

    private static final int WAITING = 20;

    private final RosterImports imports;
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING));

    RosterWork(RosterImports imports) {
        this.imports = imports;
        workers.allowCoreThreadTimeOut(true);
    }

    /** Checks the file and deletes it, whatever comes of it. */
    void check(long importId, Path file, long actorId) {
        try {
            submit(importId, () -> {
                try {
                    imports.check(importId, file, actorId);
                } finally {
                    RosterImports.delete(file);
                }
            });
        } catch (RuntimeException refused) {
            RosterImports.delete(file);
            throw refused;
        }
    }

    void apply(long importId, LocalDate from, long actorId) {
        submit(importId, () -> imports.carryOn(importId, from, actorId));
    }

    private void submit(long importId, Runnable work) {
        try {
            workers.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    Log.errorf(e, "The work on roster import '%s' was cut off", Ids.text(importId));
                }
            });
        } catch (RejectedExecutionException full) {
            throw new Problem(CommonProblem.UNAVAILABLE);
        }
    }

    /** Every replica may do it: what is deleted already is not there to be deleted twice. */
    @Scheduled(every = "6h", delayed = "10m")
    void deleteOld() {
        imports.deleteOld();
    }

    @PreDestroy
    void stop() {
        // Work in progress ends with the process and is taken up again from its rows.
        workers.shutdownNow();
    }
}
