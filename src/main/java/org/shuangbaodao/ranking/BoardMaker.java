package org.shuangbaodao.ranking;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.logging.Log;

/** Makes boards behind the readers' backs, one after the other: a second one would only take the processor from the first. */
@ApplicationScoped
class BoardMaker {

    private final ExecutorService maker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "board-maker");
        thread.setDaemon(true);
        return thread;
    });

    Future<?> begin(Runnable make) {
        return maker.submit(() -> {
            ManagedContext request = Arc.container().requestContext();
            request.activate();
            try {
                make.run();
            } catch (RuntimeException e) {
                // Whoever asks next begins anew.
                Log.warn("A board could not be made", e);
            } finally {
                request.terminate();
            }
        });
    }

    /** @param patience in nanoseconds */
    void await(Future<?> making, long patience) {
        try {
            making.get(Math.max(0, patience), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
            Log.debug("A board is still being made");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        maker.shutdownNow();
    }
}
