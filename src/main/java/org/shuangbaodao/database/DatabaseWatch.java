package org.shuangbaodao.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the database every second, over a connection beside the pool, whether it is there. While it is not, statements are
 * refused before they take a thread and a connection with them: see {@link StatementGate}. A server that hangs is worse than
 * one that is gone, because nothing fails by itself.
 */
@ApplicationScoped
public class DatabaseWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);
    /** A busy server answers a ping late, but not this late. */
    private static final int PATIENCE_SECONDS = 5;

    private final String url;
    private final Properties login = new Properties();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "database-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean away;
    private volatile boolean stopped;
    private long awaySince;
    private Connection connection;

    DatabaseWatch(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        user.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(word -> login.setProperty("password", word));
        login.setProperty("connectTimeout", "2000");
        login.setProperty("socketTimeout", String.valueOf(PATIENCE_SECONDS * 1000));
        login.setProperty("allowPublicKeyRetrieval", "true");
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
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

    private void look() {
        if (stopped) {
            return;
        }
        try {
            if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
                close();
                connection = new com.mysql.cj.jdbc.Driver().connect(url, login);
            }
            isBack();
        } catch (SQLException | RuntimeException e) {
            close();
            isGone(e);
        }
    }

    private void isBack() {
        if (away) {
            away = false;
            Log.infof("The database answers again after %d s", Duration.ofNanos(System.nanoTime() - awaySince).toSeconds());
        }
    }

    private void isGone(Exception reason) {
        if (!away) {
            awaySince = System.nanoTime();
            away = true;
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
