package org.shuangbaodao.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The one place where transactions are tried again. Priority: outside the transaction interceptor (200). */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class RetryingInterceptor {

    private static final int ATTEMPTS = 6;

    /**
     * Deadlock, lock wait, snapshot conflict; a group's "transaction rolled back" in two forms; read-only after a failover. A
     * connection lost during commit is not among them: whether it was done is unknown, and an idempotency key settles it.
     */
    private static final Set<Integer> GIVEN_UP = Set.of(1213, 1205, 1020, 3100, 3101, 1290, 1792);

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            return call.proceed();
        }
        for (int attempt = 1;; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                Integer code = givenUp(e);
                if (code == null || attempt == ATTEMPTS) {
                    throw e;
                }
                Log.debugf("'%s' is tried again after error %d", call.getMethod().getName(), code);
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5, 20 << attempt));
            }
        }
    }

    private static Integer givenUp(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GIVEN_UP.contains(sql.getErrorCode())) {
                return sql.getErrorCode();
            }
        }
        return null;
    }
}
