package org.shuangbaodao.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into the columns of a sheet. */
class RowTimesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @CsvSource({ "9:00,540", "09:30,570", "9点,540", "9点30分,570", "0900,540", "900,540", "24:00,1440", "次日1:30,1530",
            "+1 01:30,1530", "0.375,540", "45962.375,540", ".5,720" })
    void aTimeIsUnderstood(String text, int minute) {
        assertThat(RowTimes.minuteOf(text)).contains(minute);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "9", "25:00", "9:60", "九点", "9.30", "=NOW()", "9:00-11:00", "99999.5555555555555555555" })
    void whatCannotBeMeantIsNotGuessed(String text) {
        assertThat(RowTimes.minuteOf(text)).isEmpty();
    }

    @Test
    void theDayOfASheetOfOneDayNeedsNotBeWritten() {
        RowTimes times = RowTimes.of(row("", "22:30", "次日0:30"), FIRST, FIRST, null, LAST);
        assertThat(times).isEqualTo(new RowTimes(FIRST.atTime(22, 30), FIRST.plusDays(1).atTime(0, 30)));
    }

    @Test
    void withoutTimesTheSlotCountsAndNothingElseDoes() {
        Slot slot = new Slot(1, 2, FIRST.atTime(9, 0), FIRST.atTime(11, 0), null);
        assertThat(RowTimes.of(row("", "", ""), FIRST, FIRST, slot, LAST))
                .isEqualTo(new RowTimes(slot.startsAt(), slot.endsAt()));
        refused(row("", "", ""), null, PaperProblem.TIME_UNREADABLE, FIRST);
        refused(row("", "9:00", ""), slot, PaperProblem.TIME_UNREADABLE, FIRST);
    }

    @Test
    void aDayOutsideTheSheetIsRefused() {
        refused(row("2026-05-31", "9:00", "10:00"), null, PaperProblem.DAY_UNFIT, LAST);
        refused(row("2026-07-01", "9:00", "10:00"), null, PaperProblem.DAY_UNFIT, LAST);
        refused(row("", "9:00", "10:00"), null, PaperProblem.DAY_UNFIT, LAST);
    }

    @Test
    void nothingOnASheetHappenedAfterItWasHandedIn() {
        assertThat(RowTimes.of(row("2026-06-10", "22:00", "24:00"), FIRST, LAST, null, FIRST.plusDays(9)).to())
                .isEqualTo(LocalDateTime.of(2026, 6, 11, 0, 0));
        assertThatThrownBy(
                () -> RowTimes.of(row("2026-06-10", "22:00", "次日0:01"), FIRST, LAST, null, FIRST.plusDays(9)))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(PaperProblem.AFTER_RECEIPT));
    }

    private static void refused(SheetRow row, Slot slot, PaperProblem why, LocalDate last) {
        assertThatThrownBy(() -> RowTimes.of(row, FIRST, last, slot, LAST)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(why));
    }

    private static SheetRow row(String day, String from, String to) {
        return new SheetRow(1, "M1", "张三", day, from, to, "", "yes");
    }
}
