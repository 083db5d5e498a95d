package org.shuangbaodao.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts official working days. Years nobody has announced yet count Monday to Friday and say that they are provisional. */
@Startup
@ApplicationScoped
public class WorkingDays {

    private static final String BUNDLED = "/calendar/2024-2026.csv";

    private final List<SpecialDay> shipped;
    private volatile Map<LocalDate, SpecialDay.Kind> special;

    @Inject
    WorkingDays(@ConfigProperty(name = "app.data-folder") Path dataFolder) {
        this(bundled(), added(dataFolder.resolve("calendar")));
    }

    WorkingDays(List<SpecialDay> announced, List<SpecialDay> added) {
        this.shipped = Stream.concat(announced.stream(), added.stream()).toList();
        know(List.of());
    }

    /**
     * Later lists win: the State Council has changed an announced arrangement before (2020-01).
     *
     * @param loaded what an operator loaded, the latest notice last
     */
    void know(List<SpecialDay> loaded) {
        Map<LocalDate, SpecialDay.Kind> days = new HashMap<>();
        shipped.forEach(day -> days.put(day.date(), day.kind()));
        loaded.forEach(day -> days.put(day.date(), day.kind()));
        special = days;
    }

    public boolean isWorkingDay(LocalDate day) {
        SpecialDay.Kind kind = special.get(day);
        if (kind != null) {
            return kind == SpecialDay.Kind.WORKDAY;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * Whether the notice for the day's year is still missing. National Day stands in every notice; a row at New Year may come
     * from the notice of the year before and proves nothing.
     */
    public boolean isProvisional(LocalDate day) {
        return special.get(LocalDate.of(day.getYear(), Month.OCTOBER, 1)) != SpecialDay.Kind.HOLIDAY;
    }

    /**
     * The {@code workingDays}-th working day after {@code from}, which itself does not count (民法典 art. 201); before it when
     * negative. Zero is {@code from} itself, working day or not.
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate day = from;
        for (int left = Math.abs(workingDays); left > 0;) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after {@code from} up to and with {@code to}; negative when {@code to} comes first. */
    public int between(LocalDate from, LocalDate to) {
        int step = to.isBefore(from) ? -1 : 1;
        int counted = 0;
        for (LocalDate day = from; !day.equals(to);) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                counted += step;
            }
        }
        return counted;
    }

    private static List<SpecialDay> bundled() {
        try (Reader reader = new InputStreamReader(WorkingDays.class.getResourceAsStream(BUNDLED), StandardCharsets.UTF_8)) {
            return SpecialDay.read(BUNDLED, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SpecialDay> added(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<SpecialDay> days = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".csv")).sorted().toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    days.addAll(SpecialDay.read(file.toString(), reader));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }
}
