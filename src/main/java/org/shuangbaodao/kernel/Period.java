package org.shuangbaodao.kernel;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a board or a sum can be asked for: a quarter ({@code 2026-Q4}), a year ({@code 2026}) or all time ({@code all}).
 * Entries are booked in quarters; years and all time are sums of quarters.
 */
public record Period(String key) implements Comparable<Period> {

    public static final Period ALL = new Period("all");

    private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    public static Period quarterOf(LocalDate date) {
        return new Period(date.getYear() + "-Q" + ((date.getMonthValue() + 2) / 3));
    }

    public static Optional<Period> parse(String key) {
        boolean known = key != null
                && (key.equals(ALL.key) || QUARTER.matcher(key).matches() || YEAR.matcher(key).matches());
        return known ? Optional.of(new Period(key)) : Optional.empty();
    }

    public boolean isQuarter() {
        return key.length() == 7;
    }

    public boolean isYear() {
        return key.length() == 4 && !equals(ALL);
    }

    /** The year a quarter lies in. */
    public Period year() {
        return new Period(key.substring(0, 4));
    }

    /** First day, in Asia/Shanghai; all time begins with the year 2000. */
    public LocalDate firstDay() {
        if (equals(ALL)) {
            return LocalDate.of(2000, 1, 1);
        }
        int year = Integer.parseInt(key.substring(0, 4));
        return isYear() ? LocalDate.of(year, 1, 1) : LocalDate.of(year, (key.charAt(6) - '1') * 3 + 1, 1);
    }

    /** Last day, in Asia/Shanghai; all time has none in sight. */
    public LocalDate lastDay() {
        if (equals(ALL)) {
            return LocalDate.of(9999, 12, 31);
        }
        return isYear() ? firstDay().plusYears(1).minusDays(1) : firstDay().plusMonths(3).minusDays(1);
    }

    /** The quarter after this one. */
    public Period next() {
        return quarterOf(lastDay().plusDays(1));
    }

    /** The one of the same length before this one; all time has none. */
    public Optional<Period> previous() {
        if (equals(ALL)) {
            return Optional.empty();
        }
        Period before = quarterOf(firstDay().minusDays(1));
        return Optional.of(isYear() ? before.year() : before);
    }

    /** Quarters sort as they follow each other. */
    @Override
    public int compareTo(Period other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }
}
