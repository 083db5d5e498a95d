package org.shuangbaodao.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.ledger.BooksCheck;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Checks all books each night, and after a start if that was long ago: once per cluster, whoever takes the turn. What it finds
 * is told and never mended: a standing that was "repaired" would hide what somebody did.
 */
@ApplicationScoped
class BooksWatch {

    /** In China, when nobody works. */
    static final LocalTime NIGHTLY = LocalTime.of(2, 30);
    private static final Duration FRESH = Duration.ofHours(1);

    private final CheckRow row;
    private final DataSource database;
    private final BusinessTime time;
    private boolean started;

    BooksWatch(CheckRow row, DataSource database, BusinessTime time) {
        this.row = row;
        this.database = database;
        this.time = time;
    }

    @Scheduled(every = "{app.books.look-every}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            if (row.take(due())) {
                check();
            }
            started = true;
        } catch (SQLException | RuntimeException e) {
            Log.warn("The books could not be checked, which is tried again", e);
        }
    }

    // What began before this moment is too old: the last night; right after a start, an hour ago.
    private Instant due() {
        Instant night = lastNight(LocalDateTime.ofInstant(time.now(), BusinessTime.ZONE));
        Instant fresh = time.now().minus(FRESH);
        return started || night.isAfter(fresh) ? night : fresh;
    }

    static Instant lastNight(LocalDateTime now) {
        LocalDateTime today = now.toLocalDate().atTime(NIGHTLY);
        return (now.isBefore(today) ? today.minusDays(1) : today).atZone(BusinessTime.ZONE).toInstant();
    }

    BooksCheck.Outcome check() throws SQLException {
        long begun = System.nanoTime();
        BooksCheck.Outcome outcome;
        try (Connection connection = database.getConnection()) {
            outcome = BooksCheck.of(connection);
        }
        row.finish(outcome);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        if (outcome.isSound()) {
            Log.infof("All books are sound: %d entries in %d chains, in %d s", outcome.entries(), outcome.branches(), seconds);
        } else {
            Log.errorf(
                    "The books are not sound: %d broken chains, %d standings that differ from their entries, for example: %s",
                    outcome.brokenBranches(), outcome.differences(), String.join("; ", outcome.examples()));
        }
        return outcome;
    }
}
