package org.shuangbaodao.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them in rosters: 1956-05-26, 1956.5.26, 1993年3月13日, 19560526, 1956.05, or a spreadsheet's number. */
final class RosterDates {

    private static final Pattern STANDARD = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PARTS = Pattern
            .compile("(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})(?:\\s?[-/.月]\\s?(\\d{1,2})日?|月)?(?:[ T]00:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    private static final Pattern SERIAL = Pattern.compile("[1-5]\\d{4}");
    /** Day 0 of spreadsheets, right for every day after their 29 February 1900 that never was. */
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

    private RosterDates() {
    }

    static Optional<Reading> read(String text) {
        try {
            if (SERIAL.matcher(text).matches()) {
                return Optional.of(new Reading(SERIAL_START.plusDays(Integer.parseInt(text)), false, false));
            }
            Matcher parts = PARTS.matcher(text);
            Matcher digits = DIGITS.matcher(text);
            if (parts.matches()) {
                return Optional.of(reading(parts, STANDARD.matcher(text).matches()));
            }
            return digits.matches() ? Optional.of(reading(digits, false)) : Optional.empty();
        } catch (DateTimeException neverWas) {
            return Optional.empty();
        }
    }

    private static Reading reading(Matcher found, boolean standard) {
        boolean monthOnly = found.group(3) == null;
        int day = monthOnly ? 1 : Integer.parseInt(found.group(3));
        LocalDate date = LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), day);
        if (date.getYear() < 1900) {
            throw new DateTimeException("Before 1900");
        }
        return new Reading(date, monthOnly, standard);
    }

    /**
     * @param monthOnly no day was written; the first stands in for it
     * @param standard written as 1956-05-26
     */
    record Reading(LocalDate date, boolean monthOnly, boolean standard) {

        /** The latest day that may be meant. */
        LocalDate latest() {
            return monthOnly ? date.plusMonths(1).minusDays(1) : date;
        }
    }
}
