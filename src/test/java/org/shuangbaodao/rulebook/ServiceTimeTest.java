package org.shuangbaodao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;

import org.shuangbaodao.rulebook.ServiceTime.DayAmount;
import org.shuangbaodao.rulebook.ServiceTime.DayShare;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServiceTimeTest {

    @Test
    void anEndAtMidnightBelongsToTheDayItEnds() {
        ServiceTime evening = time("2026-12-31T22:00", "2027-01-01T00:00");

        assertThat(evening.days()).containsExactly(new DayShare(evening.start().toLocalDate(), 120));
    }

    @Test
    void theLeapDayIsADayOfItsOwn() {
        assertThat(time("2028-02-28T23:30", "2028-02-29T00:30").days()).extracting(DayShare::minutes).containsExactly(30, 30);
    }

    @Test
    void whatTouchesDoesNotOverlap() {
        assertThat(time("2026-01-01T09:00", "2026-01-01T10:00").overlaps(time("2026-01-01T10:00", "2026-01-01T11:00")))
                .isFalse();
        assertThat(time("2026-01-01T09:00", "2026-01-01T10:01").overlaps(time("2026-01-01T10:00", "2026-01-01T11:00")))
                .isTrue();
    }

    @Test
    void onlyFullHalfHoursEarn() {
        RuleItem hours = Rulebook.shipped().serviceHours();

        assertThat(hours.pointsFor(29)).isZero();
        assertThat(hours.pointsFor(30)).isEqualTo(50);
        assertThat(hours.pointsFor(179)).isEqualTo(250);
    }

    @Property
    void theSharesOfTheDaysAlwaysAddUp(@ForAll @IntRange(max = 1439) int startMinute,
            @ForAll @IntRange(min = 1, max = 2880) int length,
            @ForAll @IntRange(max = 100_000) int amount) {
        LocalDateTime start = LocalDateTime.parse("2026-09-30T00:00").plusMinutes(startMinute);
        ServiceTime time = new ServiceTime(start, start.plusMinutes(length));

        assertThat(time.days().stream().mapToInt(DayShare::minutes).sum()).isEqualTo(length);
        assertThat(time.apportion(amount).stream().mapToLong(DayAmount::amount).sum()).isEqualTo(amount);
        assertThat(time.apportion(amount)).allMatch(day -> day.amount() >= 0);
    }

    private static ServiceTime time(String start, String end) {
        return new ServiceTime(LocalDateTime.parse(start), LocalDateTime.parse(end));
    }
}
