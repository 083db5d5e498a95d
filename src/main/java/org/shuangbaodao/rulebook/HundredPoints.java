package org.shuangbaodao.rulebook;

import java.util.Map;

import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Profile;

/**
 * How the points of the second profile come together for one member and year, in hundredths, part by part as the rulebook
 * limits
 * them.
 *
 * @param deducted what deductions took, as a positive number
 */
public record HundredPoints(long base, long service, long bonus, long deducted, long sum) {

    /**
     * @param servicePoints of the first profile; what was deducted from them is taken off already
     * @param items what stands for each item of the second profile
     */
    public static HundredPoints of(Rulebook rules, long servicePoints, Map<String, Long> items) {
        Rulebook.Hundred hundred = rules.hundred();
        long base = Math.min(sum(rules, items, Group.BASE), hundred.base());
        long service = Math.min(servicePoints * hundred.serviceShare() / 100, hundred.service());
        long bonus = Math.min(sum(rules, items, Group.BONUS), hundred.bonus());
        long deducted = -sum(rules, items, Group.DEDUCTION);
        long sum = Math.min(Math.max(0, base + service + bonus - deducted), hundred.most());
        return new HundredPoints(base, service, bonus, deducted, sum);
    }

    private static long sum(Rulebook rules, Map<String, Long> items, Group group) {
        return items.entrySet().stream()
                .filter(each -> rules.item(each.getKey())
                        .filter(item -> item.group() == group && item.profile() == Profile.HUNDRED).isPresent())
                .mapToLong(Map.Entry::getValue).sum();
    }
}
