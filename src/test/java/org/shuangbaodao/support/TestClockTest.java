package org.shuangbaodao.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TestClockTest {

    @Inject
    TestClock clock;

    @Inject
    BusinessTime time;

    @AfterEach
    void letTimePassAgain() {
        clock.reset();
    }

    @Test
    void theServiceReadsTheClockThatTestsSet() {
        clock.set("2026-03-31T23:30");

        assertThat(time.today()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(time.now()).isEqualTo(Instant.parse("2026-03-31T15:30:00Z"));
    }
}
