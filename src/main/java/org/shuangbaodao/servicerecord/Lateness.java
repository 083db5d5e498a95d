package org.shuangbaodao.servicerecord;

import java.time.LocalDate;

import org.shuangbaodao.calendar.WorkingDays;

/** How long after its end a service was entered (补录). */
public enum Lateness {

    IN_TIME,
    /** After the ten working days of 民政部令67号 art. 11: with a reason, and two confirm it. */
    LATE,
    /** After thirty days: only the superior confirms it. */
    VERY_LATE;

    static final int WORKING_DAYS = 10;
    static final int DAYS = 30;

    /** @param ended last business date of the service */
    static Lateness of(LocalDate ended, LocalDate entered, WorkingDays workingDays) {
        if (entered.isAfter(ended.plusDays(DAYS))) {
            return VERY_LATE;
        }
        return workingDays.between(ended, entered) > WORKING_DAYS ? LATE : IN_TIME;
    }
}
