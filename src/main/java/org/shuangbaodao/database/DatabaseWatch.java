package org.shuangbaodao.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.shuangbaodao.kernel.BusinessTime;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Asks the database every second, over a connection beside the pool, whether it is there. While it is not, statements are
 * refused before they take a thread and a connection with them: see {@link StatementGate}. A server that hangs is worse than
 * one that is gone, because nothing fails by itself.
 */
@ApplicationScoped
public class DatabaseWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);
    /** A busy server answers a ping late, but not this late; then a new connection is given as long once more. */
    private static final int PATIENCE_SECONDS = 3;

    private final AgroalConnectionFactoryConfiguration pool;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "database-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final BusinessTime time;
    private volatile boolean away;
    private volatile Instant since;
    private volatile boolean stopped;
    private Connection connection;

    DatabaseWatch(AgroalDataSource pool, BusinessTime time) {
        this.time = time;
        this.pool = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        since = time.now();
        clock.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        clock.shutdown();
        try {
            // The connection is closed by the thread that uses it, or at the latest with this process.
            clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Whether the database did not answer when it was last asked. */
    public boolean isAway() {
        return away;
    }

    /** Since when it has been there, or away. */
    public Instant since() {
        return since;
    }

    private void look() {
        if (stopped) {
            return;
        }
        try {
            if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
                close();
                connection = open();
            }
            isBack();
        } catch (SQLException | RuntimeException e) {
            close();
            isGone(e);
        }
    }

    // As the pool does it, encryption included, but less patient.
    private Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.putAll(pool.jdbcProperties());
        if (pool.principal() != null) {
            settings.setProperty("user", pool.principal().getName());
        }
        pool.credentials().stream().filter(SimplePassword.class::isInstance).map(SimplePassword.class::cast)
                .forEach(password -> settings.putAll(password.asProperties()));
        settings.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS * 1000));
        settings.setProperty("socketTimeout", String.valueOf(PATIENCE_SECONDS * 1000));
        return new com.mysql.cj.jdbc.Driver().connect(pool.jdbcUrl(), settings);
    }

    private void isBack() {
        if (away) {
            away = false;
            Log.infof("The database answers again after %d s", Duration.between(since, time.now()).toSeconds());
            since = time.now();
        }
    }

    private void isGone(Exception reason) {
        if (!away) {
            away = true;
            since = time.now();
            Log.errorf("The database does not answer; until it does, everything that needs it is answered with 503: %s",
                    reason.getMessage());
        }
    }

    private synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            Log.trace("The connection was lost already", e);
        }
        connection = null;
    }
}
