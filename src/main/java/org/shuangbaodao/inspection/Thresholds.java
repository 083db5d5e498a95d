package org.shuangbaodao.inspection;

import java.time.Instant;
import java.time.LocalDate;

import org.shuangbaodao.kernel.BusinessTime;

/**
 * From where on something stands out, each with its reason. They are meant to bring a handful of questions to an office in a
 * quarter: too many would not be looked at. Shares are in per cent.
 */
final class Thresholds {

    /** A community enters for its old people: some two or three a week are ordinary. */
    static final int ENTRIES_ON_BEHALF = 30;
    /** Or half of what happened in a small place, where that is not just a handful. */
    static final int SHARE_ON_BEHALF = 50;
    static final int FEWEST_ON_BEHALF = 10;

    /** One denial may be a mistake; two of one person's entries are no accident. */
    static final int DENIALS = 2;

    /** An old couple without a phone is ordinary; from the third person on somebody should visit them. */
    static final int PEOPLE_NEVER_LOGGED_IN = 3;
    /** Or so much for one or two: two and a half full days in a quarter. */
    static final int MINUTES_NEVER_LOGGED_IN = 20 * 60;

    /** Two who came together are entered alike; three outside any activity should have been one. */
    static final int PEOPLE_ALIKE = 3;

    /** In both directions: secretaries serve in communities too, and now and then decide about each other. */
    static final int DECISIONS_EACH_WAY = 3;

    /** Late entries are some per cent where things go well. */
    static final int SHARE_LATE = 30;
    static final int FEWEST_LATE = 10;

    /** A day brings at most eight hours of points: who knows that and makes it up stays just below. */
    static final int FULL_DAY_FROM = 7 * 60 + 30;
    static final int FULL_DAY_TO = 8 * 60;
    /** One long weekend of service, and one more. */
    static final int FULL_DAYS = 5;

    /** Every third day of a quarter's working days. */
    static final int DAYS_WITH_TWO = 20;

    /** Husband and wife may share a phone; three people rarely do. */
    static final int PEOPLE_ON_A_PHONE = 3;
    /** And two the second time. */
    static final int SLOTS_OF_A_PAIR = 2;

    /** The last three weeks are six per cent of a year. */
    static final int LAST_DAYS_OF_YEAR = 21;
    static final int SHARE_AT_YEAR_END = 50;
    /** As much as a year is asked for in many places; who did little may well have done it in December. */
    static final int MINUTES_AT_YEAR_END = 20 * 60;
    static final int MINUTES_CONFIRMED_AT_YEAR_END = 100 * 60;

    private Thresholds() {
    }

    static boolean bulk(long entries, long ofAll) {
        return entries >= ENTRIES_ON_BEHALF || entries >= FEWEST_ON_BEHALF && isShare(entries, ofAll, SHARE_ON_BEHALF);
    }

    static boolean neverLoggedIn(long people, long minutes) {
        return people >= PEOPLE_NEVER_LOGGED_IN || people > 0 && minutes >= MINUTES_NEVER_LOGGED_IN;
    }

    static boolean late(long late, long all) {
        return late >= FEWEST_LATE && isShare(late, all, SHARE_LATE);
    }

    static boolean yearEndReports(long minutes, long ofYear) {
        return minutes >= MINUTES_AT_YEAR_END && isShare(minutes, ofYear, SHARE_AT_YEAR_END);
    }

    static boolean yearEndConfirmations(long minutes, long ofYear) {
        return minutes >= MINUTES_CONFIRMED_AT_YEAR_END && isShare(minutes, ofYear, SHARE_AT_YEAR_END);
    }

    private static boolean isShare(long part, long whole, int percent) {
        return part * 100 >= whole * percent;
    }

    /** When the year's last weeks begin, in China. */
    static Instant lastWeeksOf(int year) {
        return LocalDate.of(year + 1, 1, 1).minusDays(LAST_DAYS_OF_YEAR).atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
