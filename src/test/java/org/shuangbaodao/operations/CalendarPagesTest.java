package org.shuangbaodao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.shuangbaodao.calendar.LoadedDays;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CalendarPagesTest {

    // A year nobody counts in elsewhere.
    private static final int YEAR = 2091;
    private static final LocalDate MAKE_UP = LocalDate.of(YEAR, 10, 6);

    @Inject
    Given people;
    @Inject
    As as;
    @Inject
    WorkingDays workingDays;
    @Inject
    LoadedDays loaded;
    @Inject
    CalendarLoading loading;

    @AfterEach
    void forget() {
        loaded.replace(YEAR, List.of());
        loaded.refresh();
    }

    @Test
    void aLoadedYearCountsAtOnceAndCanBeReplaced() throws Exception {
        assertThat(MAKE_UP.getDayOfWeek().getValue()).isEqualTo(6);
        assertThat(workingDays.isProvisional(MAKE_UP)).isTrue();

        load("date,kind,occasion\n%d-10-01,HOLIDAY,国庆节\n%s,WORKDAY,国庆节\n".formatted(YEAR, MAKE_UP));
        assertThat(workingDays.isProvisional(MAKE_UP)).isFalse();
        assertThat(workingDays.isWorkingDay(MAKE_UP)).isTrue();

        load("date,kind,occasion\n%d-10-01,休,国庆节\n".formatted(YEAR));
        assertThat(workingDays.isWorkingDay(MAKE_UP)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "date,kind,occasion;2091-05-01,HOLIDAY,劳动节|calendar-incomplete",
            "date,kind,occasion;2091-10-01,HOLIDAY,国庆节;2093-10-01,HOLIDAY,国庆节|calendar-other-year",
            "date,kind,occasion;2091-10-01,HOLIDAY,国庆节;2091-10-01,WORKDAY,国庆节|calendar-day-twice",
            "date,kind,occasion;2091-10-01,PARTY,国庆节|calendar-unreadable",
            "date,kind,occasion;1 October,HOLIDAY,国庆节|calendar-unreadable",
            "nothing|calendar-incomplete" })
    void halfACalendarIsRefused(String lines, String reason) throws Exception {
        try {
            load(lines.replace(';', '\n'));
        } catch (Problem refused) {
            assertThat(refused.extensions().get("errors").toString()).contains(reason);
            return;
        }
        throw new AssertionError("It was taken");
    }

    @Test
    void administratorsAloneLoadIt() {
        Given.Town town = people.town();

        assertThat(as.pages(people.member(town.branch())).open("/calendar").status()).isEqualTo(403);
        assertThat(as.pages(people.officer(town.committee())).get("/calendar").select("form[action=/calendar]")).isEmpty();
        assertThat(as.pages(people.administrator(town.workingCommittee())).get("/calendar").select("form[action=/calendar]"))
                .hasSize(1);
    }

    private void load(String text) throws Exception {
        Path file = Files.createTempFile("calendar", ".csv");
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            loading.store(YEAR, loading.read(file, YEAR), people.member(people.town().branch()).id);
            loaded.refresh();
        } finally {
            Files.delete(file);
        }
    }
}
