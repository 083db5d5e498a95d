package org.shuangbaodao.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.shuangbaodao.kernel.Period;

/** The quarters a page offers. */
final class Quarters {

    private Quarters() {
    }

    /** Those that are over, the latest first. */
    static List<String> before(LocalDate today, int count) {
        return from(Period.quarterOf(Period.quarterOf(today).firstDay().minusDays(1)), count);
    }

    /** The present one and those before. */
    static List<String> upTo(LocalDate today, int count) {
        return from(Period.quarterOf(today), count);
    }

    private static List<String> from(Period latest, int count) {
        return Stream.iterate(latest, quarter -> Period.quarterOf(quarter.firstDay().minusDays(1))).limit(count)
                .map(Period::key).toList();
    }
}
