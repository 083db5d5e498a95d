package org.shuangbaodao.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.mysql.cj.jdbc.JdbcConnection;
import io.agroal.api.AgroalPoolInterceptor;

/**
 * Fails whatever asks for a second connection while it holds one. Where that happens as many requests as the pool has
 * connections stop each other, and all of them time out.
 */
@Singleton
class OneConnectionAThread implements AgroalPoolInterceptor {

    private final Map<JdbcConnection, Thread> held = Collections.synchronizedMap(new IdentityHashMap<>());

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (held.containsValue(Thread.currentThread())) {
            throw new IllegalStateException("A second connection on one thread");
        }
        held.put(behind(connection), Thread.currentThread());
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        held.remove(behind(connection));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        held.remove(behind(connection));
    }

    // The pool wraps it anew for each of these calls.
    private static JdbcConnection behind(Connection connection) {
        try {
            return connection.unwrap(JdbcConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
