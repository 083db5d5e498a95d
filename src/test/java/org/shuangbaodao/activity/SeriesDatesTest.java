package org.shuangbaodao.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The days of a recurring activity, across short months, leap days and years. */
class SeriesDatesTest {

    @Test
    void everyWeekGoesAcrossTheYearsEnd() {
        assertThat(of("2026-12-19", Repeat.WEEKLY, 4)).isEqualTo(days("2026-12-19", "2026-12-26", "2027-01-02", "2027-01-09"));
        assertThat(of("2028-02-22", Repeat.WEEKLY, 3)).isEqualTo(days("2028-02-22", "2028-02-29", "2028-03-07"));
    }

    @Test
    void aShortMonthDoesNotMoveThoseAfterIt() {
        assertThat(of("2028-01-31", Repeat.MONTHLY, 4)).isEqualTo(days("2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"));
        assertThat(of("2026-12-31", Repeat.MONTHLY, 3)).isEqualTo(days("2026-12-31", "2027-01-31", "2027-02-28"));
        assertThat(of("2028-02-29", Repeat.MONTHLY, 13)).endsWith(LocalDate.of(2029, 2, 28))
                .contains(LocalDate.of(2028, 3, 29));
    }

    @Test
    void theSameWeekdayOfEachMonth() {
        assertThat(of("2026-11-07", Repeat.MONTHLY_WEEKDAY, 3)).isEqualTo(days("2026-11-07", "2026-12-05", "2027-01-02"));
        assertThat(of("2026-11-28", Repeat.MONTHLY_WEEKDAY, 2)).as("the fourth Saturday")
                .isEqualTo(days("2026-11-28", "2026-12-26"));
        assertThat(of("2026-10-31", Repeat.MONTHLY_WEEKDAY, 3)).as("the fifth stands for the last")
                .isEqualTo(days("2026-10-31", "2026-11-28", "2026-12-26"));
    }

    @Test
    void onceIsOnceWhateverTheNumber() {
        assertThat(of("2026-02-28", Repeat.NEVER, 9)).isEqualTo(days("2026-02-28"));
    }

    private static List<LocalDate> of(String first, Repeat repeat, int times) {
        return SeriesDates.of(LocalDate.parse(first), repeat, times);
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
