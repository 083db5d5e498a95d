package org.shuangbaodao.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From when to when somebody served, by the wall clock of Asia/Shanghai, cut into business dates. */
public record ServiceTime(LocalDateTime start, LocalDateTime end) {

    public int minutes() {
        return (int) Duration.between(start, end).toMinutes();
    }

    public boolean overlaps(ServiceTime other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The minutes of each business date; an end at midnight leaves no share to the next day. */
    public List<DayShare> days() {
        List<DayShare> days = new ArrayList<>();
        for (LocalDateTime from = start; from.isBefore(end);) {
            LocalDateTime midnight = from.toLocalDate().plusDays(1).atStartOfDay();
            LocalDateTime until = midnight.isBefore(end) ? midnight : end;
            days.add(new DayShare(from.toLocalDate(), (int) Duration.between(from, until).toMinutes()));
            from = until;
        }
        return days;
    }

    /**
     * Splits {@code amount} over the dates by their minutes. Largest remainders get the odd hundredths, earlier dates first,
     * so that the shares always add up to the amount.
     */
    public List<DayAmount> apportion(long amount) {
        return apportion(amount, days());
    }

    /** The same over days whose minutes are known. */
    public static List<DayAmount> apportion(long amount, List<DayShare> days) {
        long minutes = days.stream().mapToLong(DayShare::minutes).sum();
        List<Integer> order = new ArrayList<>();
        long[] shares = new long[days.size()];
        long left = amount;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = amount * days.get(i).minutes() / minutes;
            left -= shares[i];
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> -(amount * days.get(i).minutes() % minutes)));
        for (int i = 0; i < left; i++) {
            shares[order.get(i)]++;
        }
        List<DayAmount> result = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            result.add(new DayAmount(days.get(i).date(), days.get(i).minutes(), shares[i]));
        }
        return result;
    }

    /** Minutes of one business date. */
    public record DayShare(LocalDate date, int minutes) {
    }

    /** Hundredths of a point of one business date. */
    public record DayAmount(LocalDate date, int minutes, long amount) {
    }
}
