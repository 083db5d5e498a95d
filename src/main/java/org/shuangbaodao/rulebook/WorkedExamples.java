package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.rulebook.Reckoning.Adjustment;
import org.shuangbaodao.rulebook.Reckoning.Deed;
import org.shuangbaodao.rulebook.RuleItem.Level;
import org.shuangbaodao.rulebook.RuleItem.Stacking;

/**
 * Cases that people ask about, worked out by the rulebook itself.
 *
 * @param capHours null, as all caps, where the rules have none
 * @param justOne points for exactly one unit of time
 * @param almostTwoHours points for 119 minutes
 * @param longDayBefore points for ten hours on one day, before the cap
 * @param longYear null where a year has no cap
 * @param highest null where nothing counts by its highest only
 */
record WorkedExamples(int version, int unitMinutes, String unitPoints, Integer capHours, String capPoints, String justOne,
        String almostTwoHours, List<Day> acrossMidnight, String longDayBefore, String longDay, Year longYear,
        Highest highest) {

    private static final int TEN_HOURS = 600;
    private static final int LONG_DAYS = 12;

    static WorkedExamples of(Rulebook rules, LocalDate today, String language) {
        RuleItem hours = rules.serviceHours();
        LocalDateTime evening = today.atTime(22, 0);
        ServiceTime night = new ServiceTime(evening, evening.plusHours(3));
        List<Day> days = night.apportion(hours.pointsFor(night.minutes())).stream()
                .map(day -> new Day(day.minutes(), Amounts.points(day.amount()))).toList();
        Long cap = hours.caps().perDay();
        List<Deed> tenHours = List.of(deed(hours, today, 0, hours.pointsFor(TEN_HOURS)));
        return new WorkedExamples(rules.version(), hours.unitMinutes(), Amounts.points(hours.hundredths()),
                cap == null ? null : (int) (cap / hours.hundredths() * hours.unitMinutes() / 60),
                cap == null ? null : Amounts.points(cap), Amounts.points(hours.pointsFor(hours.unitMinutes())),
                Amounts.points(hours.pointsFor(119)), days, Amounts.points(hours.pointsFor(TEN_HOURS)),
                Amounts.points(counted(tenHours, rules)), longYear(rules, hours), highest(rules, today, language));
    }

    // Ten hours a month: what is left of them over the year.
    private static Year longYear(Rulebook rules, RuleItem hours) {
        if (hours.caps().perYear() == null) {
            return null;
        }
        List<Deed> deeds = new ArrayList<>();
        for (int month = 1; month <= LONG_DAYS; month++) {
            deeds.add(deed(hours, LocalDate.of(rules.effectiveFrom().getYear() + 1, month, 1), month,
                    hours.pointsFor(TEN_HOURS)));
        }
        long before = deeds.stream().mapToLong(Deed::amount).sum();
        return new Year(LONG_DAYS, TEN_HOURS / 60, Amounts.points(before), Amounts.points(hours.caps().perYear()),
                Amounts.points(counted(deeds, rules)));
    }

    private static Highest highest(Rulebook rules, LocalDate today, String language) {
        return rules.items().stream().filter(item -> item.stacking() == Stacking.HIGHEST_ONLY && item.levels().size() > 1)
                .findFirst().map(item -> {
                    Level low = item.levels().get(0);
                    Level high = item.levels().get(1);
                    List<Deed> both = List.of(new Deed(item.code(), today, "1", "matter", low.hundredths()),
                            new Deed(item.code(), today, "2", "matter", high.hundredths()));
                    return new Highest(item.code(), item.name(language), low.name(language),
                            Amounts.points(low.hundredths()), high.name(language), Amounts.points(high.hundredths()),
                            Amounts.points(counted(both, rules)));
                }).orElse(null);
    }

    private static Deed deed(RuleItem item, LocalDate day, int number, long points) {
        return new Deed(item.code(), day, String.valueOf(number), null, points);
    }

    private static long counted(List<Deed> deeds, Rulebook rules) {
        return deeds.stream().mapToLong(Deed::amount).sum()
                + Reckoning.of(deeds, day -> rules).stream().mapToLong(Adjustment::amount).sum();
    }

    /** What one of the days gets. */
    record Day(int minutes, String points) {
    }

    /** So many days of so many hours, before and after the caps. */
    record Year(int days, int hours, String before, String cap, String counted) {
    }

    /** Two of one matter. */
    record Highest(String code, String item, String low, String lowPoints, String high, String highPoints, String counted) {
    }
}
