package org.shuangbaodao.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.roster.Sheets;

/** When somebody served, read from a row as people write days and times. */
record RowTimes(LocalDateTime from, LocalDateTime to) {

    private static final Pattern CLOCK = Pattern.compile("(次日|\\+1)? ?(\\d{1,2})(?::|点|點|时|時)?(\\d{2})?分?");
    /** What a spreadsheet makes of a time: the part of a day, perhaps behind the number of the day. */
    private static final Pattern PART_OF_DAY = Pattern.compile("\\d{0,5}\\.\\d{1,17}");
    private static final BigDecimal DAY = BigDecimal.valueOf(24 * 60);
    private static final int FIRST_DAY_MEANT = 30_000;

    /**
     * @param slot null for personal service
     * @throws Problem that tells what cannot be read or does not fit the sheet
     */
    static RowTimes of(SheetRow row, LocalDate first, LocalDate last, Slot slot, LocalDate receivedOn) {
        LocalDate day = row.day().isEmpty() && first.equals(last) ? first
                : Sheets.date(row.day()).filter(each -> !each.isBefore(first) && !each.isAfter(last))
                        .orElseThrow(() -> new Problem(PaperProblem.DAY_UNFIT, first, last));
        RowTimes times = slot != null && row.from().isEmpty() && row.to().isEmpty()
                ? new RowTimes(slot.startsAt(), slot.endsAt())
                : new RowTimes(at(day, row.from()), at(day, row.to()));
        if (!times.to.isAfter(times.from)) {
            throw new Problem(PaperProblem.TIME_UNREADABLE);
        }
        if (times.to.minusMinutes(1).toLocalDate().isAfter(receivedOn)) {
            throw new Problem(PaperProblem.AFTER_RECEIPT, receivedOn);
        }
        return times;
    }

    private static LocalDateTime at(LocalDate day, String text) {
        return minuteOf(text).map(minute -> day.atStartOfDay().plusMinutes(minute))
                .orElseThrow(() -> new Problem(PaperProblem.TIME_UNREADABLE));
    }

    /** Minutes since midnight: 9:00, 9点30分, 0900, 24:00, 次日1:30, 0.375. */
    static Optional<Integer> minuteOf(String text) {
        if (PART_OF_DAY.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            boolean meant = number.compareTo(BigDecimal.ONE) < 0 || number.intValue() >= FIRST_DAY_MEANT;
            return meant ? Optional.of(number.remainder(BigDecimal.ONE).multiply(DAY).setScale(0, RoundingMode.HALF_UP)
                    .intValue()) : Optional.empty();
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches() || text.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int minute = Integer.parseInt(clock.group(2)) * 60 + (clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3)));
        boolean possible = clock.group(3) == null || Integer.parseInt(clock.group(3)) < 60;
        return possible && minute <= LocalTime.MAX.toSecondOfDay() / 60 + 1
                ? Optional.of(clock.group(1) == null ? minute : minute + 24 * 60)
                : Optional.empty();
    }
}
