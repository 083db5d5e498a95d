package org.shuangbaodao.database;

import java.sql.Connection;
import java.sql.SQLException;
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

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Feels every two seconds whether the database answers, on a thread and a connection of its own with short limits: whoever asks
 * reads it from memory. Neither a frozen database, nor a pool without a free connection, nor busy worker threads make him wait.
 */
@ApplicationScoped
public class DatabasePulse {

    private static final int SECONDS = 2;

    private final String url;
    private final Properties login = new Properties();
    private final BusinessTime time;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread own = new Thread(work, "database-pulse");
        own.setDaemon(true);
        return own;
    });
    private volatile Beat last;
    private Connection connection;

    DatabasePulse(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password, BusinessTime time) {
        this.url = url;
        this.time = time;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", String.valueOf(SECONDS * 1000));
        login.setProperty("socketTimeout", String.valueOf(SECONDS * 1000));
        login.setProperty("allowPublicKeyRetrieval", "true");
    }

    /** @param since the first of the present run of equal answers */
    private record Beat(boolean answered, Instant since) {
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        feel();
        thread.scheduleWithFixedDelay(this::feel, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
        close();
    }

    /** Whether it answered when last asked. */
    public boolean isBeating() {
        Beat beat = last;
        return beat != null && beat.answered;
    }

    /** Since when it has been answering, or not; null before it was asked at all. */
    public Instant since() {
        Beat beat = last;
        return beat == null ? null : beat.since;
    }

    private void feel() {
        boolean answered = ask();
        if (last == null || last.answered != answered) {
            if (last != null) {
                Log.warnf("The database %s", answered ? "answers again" : "does not answer");
            }
            last = new Beat(answered, time.now());
        }
    }

    private synchronized boolean ask() {
        try {
            if (connection == null) {
                connection = new com.mysql.cj.jdbc.Driver().connect(url, login);
            }
            if (connection.isValid(SECONDS)) {
                return true;
            }
        } catch (SQLException | RuntimeException e) {
            Log.debug("The database does not answer", e);
        }
        close();
        return false;
    }

    private synchronized void close() {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            Log.trace("The connection was gone already", e);
        } finally {
            connection = null;
        }
    }
}
