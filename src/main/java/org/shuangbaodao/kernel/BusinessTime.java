package org.shuangbaodao.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** The present moment and the business date in China, both from the one injected clock. */
@ApplicationScoped
public class BusinessTime {

    /** Every day boundary of the product is one of Asia/Shanghai, wherever the server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    BusinessTime(Clock clock) {
        this.clock = clock;
    }

    /** Now, in whole microseconds: what the database keeps and the ledger's hash covers. */
    public Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** The wall clock in China, to the minute. */
    public LocalDateTime localNow() {
        return LocalDateTime.ofInstant(now(), ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
