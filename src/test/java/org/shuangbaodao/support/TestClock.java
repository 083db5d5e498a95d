package org.shuangbaodao.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.shuangbaodao.kernel.BusinessTime;

import io.quarkus.test.Mock;

/**
 * The clock of the service under test. It begins on a Monday of October 2026 and goes on until a test sets it, so that what
 * tests report is as late as they mean it, whenever they run. It stands still when set, and is everybody's, so a test that sets
 * it resets it.
 */
@Singleton
public class TestClock {

    private static final Clock USUAL = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(),
            LocalDateTime.parse("2026-10-19T18:00").atZone(BusinessTime.ZONE).toInstant()));

    private volatile Clock present = USUAL;

    /** @param wallTime in China: {@code 2026-03-31T10:00} */
    public void set(String wallTime) {
        present = Clock.fixed(LocalDateTime.parse(wallTime).atZone(BusinessTime.ZONE).toInstant(), BusinessTime.ZONE);
    }

    public void advance(Duration duration) {
        present = Clock.fixed(present.instant().plus(duration), BusinessTime.ZONE);
    }

    public void reset() {
        present = USUAL;
    }

    @Mock
    @Produces
    @Singleton
    Clock clock() {
        return new Clock() {

            @Override
            public ZoneId getZone() {
                return present.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return present.withZone(zone);
            }

            @Override
            public Instant instant() {
                return present.instant();
            }
        };
    }
}
