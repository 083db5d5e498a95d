package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    @ParameterizedTest
    @CsvSource({ "1,1", "2,2", "3,4", "4,8", "8,128", "9,240", "12,240", "1000,240" })
    void pausesDoubleUpToFourHours(int failed, long minutes) {
        assertThat(BackOff.after(failed, 0)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void chanceShortensAPauseByUpToHalf() {
        assertThat(BackOff.after(3, 0.5)).isEqualTo(Duration.ofMinutes(3));
        assertThat(BackOff.after(3, Math.nextDown(1.0))).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(2).plusMillis(1));
    }

    @Test
    void givingUpTakesLongerThanANightAndNoLongerThanADay() {
        assertThat(untilGivenUp(0)).isLessThan(Duration.ofHours(17));
        assertThat(untilGivenUp(Math.nextDown(1.0))).isGreaterThan(Duration.ofHours(8));
    }

    private static Duration untilGivenUp(double random) {
        return IntStream.range(1, BackOff.MOST_ATTEMPTS).mapToObj(failed -> BackOff.after(failed, random))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
