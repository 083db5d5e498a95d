package org.shuangbaodao.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.LoadedDays;
import org.shuangbaodao.calendar.SpecialDay;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;

/** Takes the days off and make-up working days of a year from the State Council's notice. */
@ApplicationScoped
class CalendarLoading {

    private static final int MOST_BYTES = 64 * 1024;
    /** Notices name the turn of the year on both sides. */
    private static final int MARGIN_DAYS = 15;

    private final LoadedDays loaded;
    private final AuditTrail audit;

    CalendarLoading(LoadedDays loaded, AuditTrail audit) {
        this.loaded = loaded;
        this.audit = audit;
    }

    /**
     * Reads {@code date,kind,occasion} in UTF-8.
     *
     * @throws Problem with the field {@code file} when it is no calendar of that year
     */
    List<SpecialDay> read(Path file, int year) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused("too-large");
            }
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                return checked(SpecialDay.read("upload", reader), year);
            }
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException | IOException unreadable) {
            throw refused("calendar-unreadable");
        }
    }

    // Half a calendar is worse than none: National Day stands in every notice, and a day is named once.
    private static List<SpecialDay> checked(List<SpecialDay> days, int year) {
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1).minusDays(MARGIN_DAYS);
        LocalDate last = LocalDate.of(year, Month.DECEMBER, 31).plusDays(MARGIN_DAYS);
        Set<LocalDate> named = new HashSet<>();
        for (SpecialDay day : days) {
            if (day.date().isBefore(first) || day.date().isAfter(last)) {
                throw refused("calendar-other-year");
            }
            if (!named.add(day.date())) {
                throw refused("calendar-day-twice");
            }
        }
        boolean whole = days.stream().anyMatch(day -> day.kind() == SpecialDay.Kind.HOLIDAY
                && day.date().equals(LocalDate.of(year, Month.OCTOBER, 1)));
        if (!whole) {
            throw refused("calendar-incomplete");
        }
        return days;
    }

    private static Problem refused(String reason) {
        return new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("file", reason)));
    }

    @Transactional
    @Retried
    void store(int year, List<SpecialDay> days, long actorId) {
        loaded.replace(year, days);
        audit.done(actorId, Audited.of("calendar-load", "special_day", year).detail("days=" + days.size()));
    }
}
