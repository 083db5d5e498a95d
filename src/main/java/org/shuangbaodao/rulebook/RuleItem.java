package org.shuangbaodao.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the rulebook. All points are hundredths; what a limit leaves open is null.
 *
 * @param code as printed in the rules, for example {@code SV-01}; stays the same from version to version
 * @param names by language tag; {@code zh-CN} is always there
 * @param hundredths for each full unit of time or each event; negative for a deduction
 * @param unitMinutes length of a unit of time; what does not fill one earns nothing. 0 where time is not counted
 * @param percent coefficient on the service hours of the same deed; 100 leaves them as they are
 * @param levels what an award of which level brings; empty where all events are alike
 */
public record RuleItem(String code, Map<String, String> names, Profile profile, Group group, Measure measure, long hundredths,
        int unitMinutes, int percent, Caps caps, Stacking stacking, List<Level> levels) {

    public static final String SERVICE_HOURS = "SV-01";
    public static final String PROFESSIONAL = "SV-04";
    public static final String EMERGENCY = "SV-05";

    public RuleItem {
        names = names == null ? Map.of() : Map.copyOf(names);
        caps = caps == null ? Caps.NONE : caps;
        stacking = stacking == null ? Stacking.ALL : stacking;
        levels = levels == null ? List.of() : List.copyOf(levels);
    }

    /** Which of the two ways to count it belongs to. */
    public enum Profile {
        /** 双报到服务积分: what service earns. Always on. */
        SERVICE,
        /** 党员积分百分制: only where the branch's assembly resolved it. */
        HUNDRED
    }

    /** What kind of thing it is about. */
    public enum Group {
        SERVICE,
        REPORT,
        BASE,
        BONUS,
        DEDUCTION,
        /** 一票否决: no points, but a ceiling for the suggested grade. */
        VETO,
        /** Shown and never counted, so that nobody has to ask for praise. */
        SHOWN;

        /** Whether it rests on a fact that somebody outside decided, with a document number. */
        public boolean needsDocument() {
            return this == DEDUCTION || this == VETO;
        }
    }

    /** What is counted. */
    public enum Measure {
        TIME,
        EVENT,
        /** A coefficient on the service hours. */
        PERCENT,
        NONE
    }

    /** What becomes of several about one matter. */
    public enum Stacking {
        ALL,
        /** 同一事项就高不就低. */
        HIGHEST_ONLY
    }

    /** Most hundredths; null where there is no limit. A cycle is what the rulebook says it is. */
    public record Caps(Long perEvent, Long perDay, Long perCycle, Long perYear) {

        public static final Caps NONE = new Caps(null, null, null, null);
    }

    /** One step of an item with steps: a commendation by a county, a city. */
    public record Level(String code, Map<String, String> names, long hundredths) {

        public String name(String language) {
            return names.getOrDefault(language, names.getOrDefault("zh-CN", code));
        }
    }

    /** In the reader's language, or in Chinese where nobody translated it. */
    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("zh-CN", code));
    }

    /**
     * Hundredths of a point for a whole record, in the stated order: granularity, coefficient, cap per event. A coefficient's
     * fraction of a hundredth is dropped.
     *
     * @param coefficient percent; 100 leaves it as it is
     */
    public long pointsFor(int minutes, int coefficient) {
        return capped(minutes / unitMinutes * hundredths * coefficient / 100);
    }

    public long pointsFor(int minutes) {
        return pointsFor(minutes, 100);
    }

    /** Hundredths for {@code times} events, or for one of a level. */
    public long pointsFor(int times, String level) {
        long each = level(level).map(Level::hundredths).orElse(hundredths);
        return capped(each * times);
    }

    public Optional<Level> level(String level) {
        return levels.stream().filter(each -> each.code.equals(level)).findFirst();
    }

    private long capped(long amount) {
        return caps.perEvent == null ? amount : Math.min(amount, caps.perEvent);
    }
}
