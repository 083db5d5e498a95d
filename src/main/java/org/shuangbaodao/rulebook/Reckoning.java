package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.shuangbaodao.rulebook.RuleItem.Profile;
import org.shuangbaodao.rulebook.RuleItem.Stacking;

/**
 * What spans the deeds of one person in one year: the highest of a matter only, caps per day, cycle and year, the floor of
 * deductions. Looks at all effective deeds at once, sorted by day and source, so that the order in which they arrived makes no
 * difference, and a deed taken back frees what it had used up.
 */
public final class Reckoning {

    private static final Comparator<Deed> IN_ORDER = Comparator.comparing(Deed::date).thenComparing(Deed::source);

    private final Function<LocalDate, Rulebook> rules;
    private final List<Adjustment> adjustments = new ArrayList<>();

    private Reckoning(Function<LocalDate, Rulebook> rules) {
        this.rules = rules;
    }

    /**
     * Points of one approved thing on one business date, before what spans deeds.
     *
     * @param source what tells deeds apart
     * @param matter what the deed is about where the highest of a matter counts, else null
     * @param amount hundredths, negative for a deduction, what was taken back already subtracted
     */
    public record Deed(String item, LocalDate date, String source, String matter, long amount) {
    }

    /** What an adjustment is for. */
    public enum Kind {
        HIGHEST_ONLY,
        DAILY_CAP,
        CYCLE_CAP,
        YEAR_CAP,
        FLOOR
    }

    /**
     * What the rules take off a day or give back.
     *
     * @param source the deed, where a single one is meant, else empty
     * @param amount negative where it takes
     * @param limit the highest of the matter, the cap, or the floor
     * @param deeds what the day brings before this
     * @param before what counted in the cycle or year before that day
     */
    public record Adjustment(Kind kind, String item, LocalDate date, String source, long amount, long limit, long deeds,
            long before) {
    }

    /**
     * @param deeds of one person, one profile and one calendar year
     * @param rules the version in force on a day
     */
    public static List<Adjustment> of(List<Deed> deeds, Function<LocalDate, Rulebook> rules) {
        Reckoning reckoning = new Reckoning(rules);
        Map<String, List<Deed>> byItem = deeds.stream().filter(deed -> deed.amount != 0).sorted(IN_ORDER)
                .collect(Collectors.groupingBy(Deed::item, TreeMap::new, Collectors.toList()));
        long earned = 0;
        for (List<Deed> ofItem : byItem.values()) {
            earned += reckoning.earned(ofItem.stream().filter(deed -> deed.amount > 0).toList());
        }
        reckoning.floor(deeds.stream().filter(deed -> deed.amount < 0).sorted(IN_ORDER).toList(), earned);
        return reckoning.adjustments;
    }

    private long earned(List<Deed> deeds) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        for (Deed deed : highest(deeds)) {
            days.merge(deed.date, deed.amount, Long::sum);
        }
        String item = deeds.isEmpty() ? "" : deeds.get(0).item;
        Map<LocalDate, Long> cycles = new HashMap<>();
        long year = 0;
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            LocalDate date = day.getKey();
            Rulebook version = rules.apply(date);
            RuleItem.Caps caps = version.item(item).map(RuleItem::caps).orElse(RuleItem.Caps.NONE);
            LocalDate cycle = version.cycle().firstDay(date);
            long left = cut(Kind.DAILY_CAP, item, date, day.getValue(), caps.perDay(), 0);
            left = cut(Kind.CYCLE_CAP, item, date, left, caps.perCycle(), cycles.getOrDefault(cycle, 0L));
            left = cut(Kind.YEAR_CAP, item, date, left, caps.perYear(), year);
            cycles.merge(cycle, left, Long::sum);
            year += left;
        }
        return year;
    }

    private long cut(Kind kind, String item, LocalDate date, long amount, Long cap, long before) {
        if (cap == null) {
            return amount;
        }
        long allowed = Math.max(0, Math.min(amount, cap - before));
        if (allowed < amount) {
            adjustments.add(new Adjustment(kind, item, date, "", allowed - amount, cap, amount, before));
        }
        return allowed;
    }

    private List<Deed> highest(List<Deed> deeds) {
        Map<String, Deed> best = new HashMap<>();
        for (Deed deed : deeds) {
            if (isExclusive(deed)) {
                best.merge(deed.matter, deed, (one, other) -> other.amount > one.amount ? other : one);
            }
        }
        List<Deed> left = new ArrayList<>();
        for (Deed deed : deeds) {
            Deed highest = isExclusive(deed) ? best.get(deed.matter) : deed;
            if (highest == deed) {
                left.add(deed);
            } else {
                adjustments.add(new Adjustment(Kind.HIGHEST_ONLY, deed.item, deed.date, deed.source, -deed.amount,
                        highest.amount, deed.amount, 0));
            }
        }
        return left;
    }

    private boolean isExclusive(Deed deed) {
        return deed.matter != null && rules.apply(deed.date).item(deed.item)
                .map(item -> item.stacking() == Stacking.HIGHEST_ONLY).orElse(false);
    }

    // Nobody falls below nothing: what the deductions of a year take beyond what was earned in it is given back. Where points
    // are only a part of a sum of hundred, that sum has the floor.
    private void floor(List<Deed> deductions, long earned) {
        TreeMap<LocalDate, TreeMap<String, Long>> days = new TreeMap<>();
        deductions.forEach(deed -> days.computeIfAbsent(deed.date, day -> new TreeMap<>()).merge(deed.item, deed.amount,
                Long::sum));
        Map<String, Long> taken = new HashMap<>();
        long left = earned;
        for (Map.Entry<LocalDate, TreeMap<String, Long>> day : days.entrySet()) {
            for (Map.Entry<String, Long> each : day.getValue().entrySet()) {
                String item = each.getKey();
                long asked = limited(item, day.getKey(), -each.getValue(), taken.getOrDefault(item, 0L));
                taken.merge(item, asked, Long::sum);
                if (hasFloor(item, day.getKey())) {
                    long possible = Math.min(asked, left);
                    if (possible < asked) {
                        adjustments.add(new Adjustment(Kind.FLOOR, item, day.getKey(), "", asked - possible, 0, -asked, left));
                    }
                    left -= possible;
                }
            }
        }
    }

    private boolean hasFloor(String item, LocalDate date) {
        return rules.apply(date).item(item).map(found -> found.profile() == Profile.SERVICE).orElse(true);
    }

    // A deduction's own limit for the year is written as a negative number.
    private long limited(String item, LocalDate date, long asked, long before) {
        Long cap = rules.apply(date).item(item).map(found -> found.caps().perYear()).orElse(null);
        long allowed = cap == null ? asked : Math.max(0, Math.min(asked, -cap - before));
        if (allowed < asked) {
            adjustments.add(new Adjustment(Kind.YEAR_CAP, item, date, "", asked - allowed, cap, -asked, -before));
        }
        return allowed;
    }
}
