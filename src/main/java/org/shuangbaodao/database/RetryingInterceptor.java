package org.shuangbaodao.database;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;

import org.shuangbaodao.kernel.DatabaseFault;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The one place where transactions are tried again. Priority: outside the transaction interceptor (200). */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class RetryingInterceptor {

    private static final int ATTEMPTS = 6;
    /** Whoever waits at the other end would rather be told by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AgroalDataSource pool;

    RetryingInterceptor(AgroalDataSource pool) {
        this.pool = pool;
    }

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            return call.proceed();
        }
        long limit = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1;; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                DatabaseFault fault = DatabaseFault.of(e).orElse(null);
                if (fault == DatabaseFault.READ_ONLY) {
                    // All of the pool's connections lead to that server, and none of them will get better.
                    pool.flush(FlushMode.GRACEFUL);
                }
                if (attempt >= attempts(fault) || System.nanoTime() > limit) {
                    throw e;
                }
                Log.debugf("'%s' is tried again: %s", call.getMethod().getName(), fault);
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5, 20 << attempt));
            }
        }
    }

    /**
     * A connection lost before the commit may have been the last of a server that is back already. One lost during the commit
     * is never tried again: whether it was done is unknown, and the idempotency key settles it when the client asks again.
     */
    private static int attempts(DatabaseFault fault) {
        if (fault == null) {
            return 1;
        }
        return switch (fault) {
            case GIVEN_UP, READ_ONLY -> ATTEMPTS;
            case AWAY -> 2;
            case BUSY, COMMIT_LOST -> 1;
        };
    }
}
