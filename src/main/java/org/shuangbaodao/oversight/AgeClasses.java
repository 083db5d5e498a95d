package org.shuangbaodao.oversight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.servicerecord.Standpoints;

/**
 * How long records have waited, as moments to compare with: what came before one is that old. Working days are counted once,
 * not for each record.
 *
 * @param ageing since before it: six working days or more
 * @param escalated since before it: as long as the next one above may act
 */
record AgeClasses(Instant ageing, Instant escalated) {

    /** Working days. */
    static final int AGEING = 6;

    static AgeClasses on(LocalDate today, WorkingDays workingDays) {
        return new AgeClasses(before(today, AGEING, workingDays), before(today, Standpoints.SILENCE, workingDays));
    }

    // The day after the last one from which so many working days have passed.
    private static Instant before(LocalDate today, int age, WorkingDays workingDays) {
        LocalDate day = today;
        while (workingDays.between(day, today) < age) {
            day = day.minusDays(1);
        }
        return day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    Timestamp ageingAt() {
        return Timestamp.from(ageing);
    }

    Timestamp escalatedAt() {
        return Timestamp.from(escalated);
    }
}
