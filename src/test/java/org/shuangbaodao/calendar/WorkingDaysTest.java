package org.shuangbaodao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @TempDir
    Path dataFolder;

    @ParameterizedTest
    @CsvSource({
            "2026-10-01, false", // National Day, a Thursday
            "2026-10-07, false",
            "2026-10-08, true",
            "2026-09-20, true", // a Sunday worked for it
            "2026-10-10, true", // a Saturday worked for it
            "2026-10-11, false",
            "2026-02-14, true",
            "2026-02-23, false",
            "2025-10-08, false",
            "2024-02-18, true",
            "2026-03-07, false",
            "2026-03-09, true" })
    void followsTheNoticeOfTheYear(LocalDate day, boolean working) {
        assertThat(days().isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void countsAcrossNationalDayAndItsMakeUpWorkdays() {
        // Wed 30 Sept · off 1–7 Oct · Thu 8, Fri 9, Sat 10 worked · Sun 11 off · Mon 12
        assertThat(days().plus(date("2026-09-30"), 1)).isEqualTo("2026-10-08");
        assertThat(days().plus(date("2026-09-30"), 3)).isEqualTo("2026-10-10");
        assertThat(days().plus(date("2026-09-30"), 4)).isEqualTo("2026-10-12");
        assertThat(days().between(date("2026-09-30"), date("2026-10-12"))).isEqualTo(4);
    }

    @Test
    void theFirstDayDoesNotCountAndZeroStaysWhereItIs() {
        assertThat(days().plus(date("2026-10-03"), 0)).isEqualTo("2026-10-03");
        assertThat(days().plus(date("2026-10-03"), 1)).isEqualTo("2026-10-08");
        assertThat(days().between(date("2026-10-08"), date("2026-10-08"))).isZero();
    }

    @Test
    void addingAndCountingAreInverseInBothDirections() {
        for (int count = -30; count <= 30; count++) {
            LocalDate there = days().plus(date("2026-10-05"), count);
            assertThat(days().between(date("2026-10-05"), there)).isEqualTo(count);
        }
    }

    @Nested
    class AYearNobodyHasAnnounced {

        @Test
        void countsMondayToFridayAndSaysSo() {
            assertThat(days().isProvisional(date("2027-10-01"))).isTrue();
            assertThat(days().isWorkingDay(date("2027-10-01"))).isTrue();
            assertThat(days().isWorkingDay(date("2027-10-02"))).isFalse();
            assertThat(days().isProvisional(date("2026-12-31"))).isFalse();
        }

        @Test
        void isReadFromTheDataFolder() throws IOException {
            add("2027.csv", "2027-10-01,HOLIDAY,国庆节", "2027-10-09,WORKDAY,国庆节");

            assertThat(days().isProvisional(date("2027-03-01"))).isFalse();
            assertThat(days().isWorkingDay(date("2027-10-01"))).isFalse();
            assertThat(days().isWorkingDay(date("2027-10-09"))).isTrue();
        }

        @Test
        void staysProvisionalWhenOnlyItsNewYearIsKnown() throws IOException {
            add("2026-late.csv", "2027-01-01,HOLIDAY,元旦");

            assertThat(days().isWorkingDay(date("2027-01-01"))).isFalse();
            assertThat(days().isProvisional(date("2027-01-01"))).isTrue();
        }
    }

    @Test
    void aLaterNoticeChangesAnAnnouncedDay() throws IOException {
        add("correction.csv", "2026-02-24,HOLIDAY,春节");

        assertThat(days().isWorkingDay(date("2026-02-24"))).isFalse();
    }

    @Test
    void anUnreadableCalendarIsNamedWithItsRow() throws IOException {
        add("broken.csv", "2027-10-01,HOLIDAY,国庆节", "1 Oct,HOLIDAY,国庆节");

        assertThatThrownBy(this::days).isInstanceOf(IllegalStateException.class).hasMessageContaining("broken.csv")
                .hasMessageContaining("row 2");
    }

    private WorkingDays days() {
        return new WorkingDays(dataFolder);
    }

    private void add(String name, String... rows) throws IOException {
        Path folder = Files.createDirectories(dataFolder.resolve("calendar"));
        Files.writeString(folder.resolve(name), "date,kind,occasion\n" + String.join("\n", rows) + "\n");
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
