package org.shuangbaodao.operations;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.operations.Readings.Reading;
import org.shuangbaodao.servicerecord.Capacity.Step;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** The figures an operator sets alarms on. What is not known, because the database is away, is not a number. */
@ApplicationScoped
class Gauges {

    private static final double UNKNOWN = Double.NaN;

    private final Readings readings;
    private final MeterRegistry registry;

    Gauges(Readings readings, MeterRegistry registry) {
        this.readings = readings;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        for (Step step : Step.values()) {
            gauge("records.waiting", "Records that wait for this step", null,
                    reading -> reading.waiting().get(step).records(), "step", step.name().toLowerCase(Locale.ROOT));
            gauge("records.waiting.oldest", "How long the longest waiting record has been due", "seconds",
                    reading -> seconds(reading.waiting().get(step).oldest(), 0), "step",
                    step.name().toLowerCase(Locale.ROOT));
        }
        gauge("board.tasks.waiting", "Postings the boards do not show yet, counted to 100000", null,
                reading -> reading.boards().tasks());
        gauge("board.task.oldest", "How long the longest waiting of them has waited", "seconds",
                reading -> seconds(reading.boards().oldest(), 0));
        gauge("board.age", "How long the boards have stood still while postings wait", "seconds",
                reading -> seconds(reading.boards().behindSince().orElse(null), 0));
        gauge("outbox.waiting", "Messages on their way out, or to be tried again", null, reading -> reading.outbox().waiting());
        gauge("outbox.waiting.oldest", "How long the oldest of them has waited", "seconds",
                reading -> seconds(reading.outbox().oldest(), 0));
        gauge("outbox.given.up", "Messages nobody tries to send any more", null, reading -> reading.outbox().givenUp());
        gauge("ledger.chains.broken", "Branches whose chain is not as it was written", null,
                reading -> reading.check().map(found -> (double) found.brokenBranches()).orElse(UNKNOWN));
        gauge("ledger.standings.different", "Holders whose entries do not add up to their standing", null,
                reading -> reading.check().map(found -> (double) found.differences()).orElse(UNKNOWN));
        gauge("ledger.check.entries", "Entries read by the last complete check", null,
                reading -> reading.check().map(found -> (double) found.entries()).orElse(UNKNOWN));
        gauge("ledger.check.age", "Since the last complete check of all books", "seconds",
                reading -> reading.check().map(found -> seconds(found.finishedAt(), UNKNOWN)).orElse(UNKNOWN));
        register("readings.age", "Since these figures were read from the database", "seconds",
                () -> readings.last().map(reading -> seconds(reading.at(), UNKNOWN)).orElse(UNKNOWN));
    }

    private void gauge(String name, String meaning, String unit, Function<Reading, Number> value, String... tags) {
        register(name, meaning, unit, () -> readings.fresh().map(value).map(Number::doubleValue).orElse(UNKNOWN), tags);
    }

    private void register(String name, String meaning, String unit, Supplier<Number> value, String... tags) {
        Gauge.builder("shuangbaodao." + name, value).description(meaning).baseUnit(unit).tags(tags).strongReference(true)
                .register(registry);
    }

    private double seconds(Instant since, double absent) {
        return since == null ? absent : readings.age(since).toMillis() / 1000.0;
    }
}
