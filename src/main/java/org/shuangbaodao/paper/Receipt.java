package org.shuangbaodao.paper;

import java.time.LocalDate;
import java.util.Optional;

import org.shuangbaodao.calendar.WorkingDays;

/**
 * The day on which the office received a sheet. Its records count as entered on it, so it is bounded: nobody writes a sheet
 * today and says that it has lain in a drawer since spring.
 */
final class Receipt {

    /** How far back it can be stated: the office's own ten working days (67号 art. 11) to write down what it was given. */
    static final int WORKING_DAYS_BACK = 10;
    /** How long typing may wait; after that its records count as entered when they are typed. */
    static final int DAYS_TO_TYPE = 30;

    private Receipt() {
    }

    /** @return the reason against that day, as a key of {@code reason/…} */
    static Optional<String> against(LocalDate day, LocalDate printedOn, LocalDate firstDay, LocalDate today,
            WorkingDays workingDays) {
        if (day.isAfter(today)) {
            return Optional.of("future-date");
        }
        if (day.isBefore(printedOn)) {
            return Optional.of("paper-before-print");
        }
        if (day.isBefore(firstDay)) {
            return Optional.of("paper-before-service");
        }
        return workingDays.between(day, today) > WORKING_DAYS_BACK ? Optional.of("paper-too-far-back") : Optional.empty();
    }

    /** The day its records count as entered, or null once typing has waited too long. */
    static LocalDate countsOn(LocalDate receivedOn, LocalDate today) {
        return today.isAfter(receivedOn.plusDays(DAYS_TO_TYPE)) ? null : receivedOn;
    }
}
