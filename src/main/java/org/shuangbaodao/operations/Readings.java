package org.shuangbaodao.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.inbox.OutboxBacklog;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.ledger.BoardFold;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.RecordBacklog;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** What the metrics and health show, read every few seconds and kept: being asked costs no SQL and never waits. */
@ApplicationScoped
class Readings {

    private static final Duration STALE = Duration.ofMinutes(1);

    private final RecordBacklog records;
    private final BoardFold boards;
    private final CheckRow checks;
    private final OutboxBacklog outbox;
    private final BusinessTime time;
    private volatile Reading last;

    Readings(RecordBacklog records, BoardFold boards, CheckRow checks, OutboxBacklog outbox, BusinessTime time) {
        this.records = records;
        this.boards = boards;
        this.checks = checks;
        this.outbox = outbox;
        this.time = time;
    }

    record Reading(Instant at, Map<Step, RecordBacklog.Waiting> waiting, BoardFold.Backlog boards,
            Optional<CheckRow.Found> check, OutboxBacklog.Waiting outbox) {
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        try {
            last = new Reading(time.now(), records.waiting(), boards.backlog(), checks.last(), outbox.read());
        } catch (RuntimeException e) {
            Log.debug("The figures could not be read, the old ones stand until they are stale", e);
        }
    }

    /** The last one however old, empty before the first. */
    Optional<Reading> last() {
        return Optional.ofNullable(last);
    }

    /** Empty where the last is so old that it tells nothing any more. */
    Optional<Reading> fresh() {
        return last().filter(reading -> age(reading.at).compareTo(STALE) < 0);
    }

    Duration age(Instant instant) {
        return Duration.between(instant, time.now());
    }
}
