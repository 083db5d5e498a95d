package org.shuangbaodao.activity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** The days of a recurring activity, each reckoned from the first: a short month does not move those after it. */
final class SeriesDates {

    private static final int FOUR_WEEKS = 28;

    private SeriesDates() {
    }

    static List<LocalDate> of(LocalDate first, Repeat repeat, int times) {
        return IntStream.range(0, repeat == Repeat.NEVER ? 1 : times).mapToObj(n -> nth(first, repeat, n)).toList();
    }

    private static LocalDate nth(LocalDate first, Repeat repeat, int n) {
        return switch (repeat) {
            case NEVER -> first;
            case WEEKLY -> first.plusWeeks(n);
            case MONTHLY -> first.plusMonths(n);
            case MONTHLY_WEEKDAY -> YearMonth.from(first).plusMonths(n).atDay(1).with(sameWeekday(first));
        };
    }

    private static TemporalAdjuster sameWeekday(LocalDate first) {
        return first.getDayOfMonth() > FOUR_WEEKS ? TemporalAdjusters.lastInMonth(first.getDayOfWeek())
                : TemporalAdjusters.dayOfWeekInMonth((first.getDayOfMonth() - 1) / 7 + 1, first.getDayOfWeek());
    }
}
