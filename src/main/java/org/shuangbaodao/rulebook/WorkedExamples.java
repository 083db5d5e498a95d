package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.shuangbaodao.kernel.Amounts;

/**
 * Cases that people ask about, worked out by the rulebook itself.
 *
 * @param justOne points for exactly one unit of time
 * @param almostTwoHours points for 119 minutes
 * @param longDay points for ten hours on one day, before and after the cap
 */
record WorkedExamples(int version, int unitMinutes, String unitPoints, int capHours, String capPoints, String justOne,
        String almostTwoHours, List<Day> acrossMidnight, String longDayBefore, String longDay) {

    static WorkedExamples of(Rulebook rules, LocalDate today) {
        RuleItem hours = rules.serviceHours();
        LocalDateTime evening = today.atTime(22, 0);
        ServiceTime night = new ServiceTime(evening, evening.plusHours(3));
        List<Day> days = night.apportion(hours.pointsFor(night.minutes())).stream()
                .map(day -> new Day(day.minutes(), Amounts.points(day.amount()))).toList();
        long cap = hours.caps().perDay() == null ? Long.MAX_VALUE : hours.caps().perDay();
        long tenHours = hours.pointsFor(600);
        return new WorkedExamples(rules.version(), hours.unitMinutes(), Amounts.points(hours.hundredths()),
                (int) (cap / hours.hundredths() * hours.unitMinutes() / 60), Amounts.points(cap),
                Amounts.points(hours.pointsFor(hours.unitMinutes())), Amounts.points(hours.pointsFor(119)), days,
                Amounts.points(tenHours), Amounts.points(Math.min(tenHours, cap)));
    }

    /** What one of the days gets. */
    record Day(int minutes, String points) {
    }
}
