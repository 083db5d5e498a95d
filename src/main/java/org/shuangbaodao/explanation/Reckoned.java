package org.shuangbaodao.explanation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.rulebook.Reckoning;
import org.shuangbaodao.rulebook.ServiceTime;

/**
 * How an entry's amount was worked out, from the parameters it carries. Whoever has these numbers and the formula comes to the
 * same amount.
 *
 * @param from begin of the service, null where time is not what counts
 * @param days the minutes of each business date
 */
public record Reckoned(Formula formula, List<Figure> figures, LocalDateTime from, LocalDateTime to, List<Day> days) {

    private static final long WHOLE = 100;

    /** What one of the dates of a service has of it. */
    public record Day(LocalDate date, int minutes) {
    }

    /**
     * @param time of the service record behind it, null where there is none
     * @param partner what is taken back, null where nothing is
     */
    static Reckoned of(PostedEntry entry, ServiceTime time, PostedEntry partner) {
        Map<String, Object> facts = entry.facts();
        Numbers numbers = new Numbers(facts);
        return switch (entry.kind()) {
            case SERVICE -> of(Formula.MINUTES, time, numbers.take(Figure.Name.MINUTES, "minutes"));
            case AWARD, DEDUCTION -> facts.containsKey("times") ? of(Formula.EVENTS, null, numbers
                    .take(Figure.Name.TIMES, "times").take(Figure.Name.UNIT_POINTS, "unitPoints")
                    .take(Figure.Name.MOST_PER_EVENT, "perEvent")) : award(facts, time, numbers);
            case CAP -> cap(entry, facts, numbers);
            case REVERSAL -> of(Formula.REVERSAL, null, numbers.add(entry.book().isMinutes() ? Figure.Name.TAKEN_BACK_MINUTES
                    : Figure.Name.TAKEN_BACK, partner == null ? 0 : partner.amount()));
        };
    }

    private static Reckoned award(Map<String, Object> facts, ServiceTime time, Numbers numbers) {
        if (Boolean.TRUE.equals(facts.get("workingTime"))) {
            return of(Formula.WORKING_TIME, time, numbers.take(Figure.Name.MINUTES, "minutes"));
        }
        numbers.take(Figure.Name.MINUTES, "minutes").take(Figure.Name.UNIT_MINUTES, "unitMinutes")
                .add(Figure.Name.UNITS, numbers.value("minutes") / Math.max(1, numbers.value("unitMinutes")))
                .take(Figure.Name.UNIT_POINTS, "unitPoints");
        if (facts.containsKey("coefficient") && numbers.value("coefficient") != WHOLE) {
            numbers.take(Figure.Name.COEFFICIENT, "coefficient");
        }
        return of(Formula.TIME, time, numbers.take(Figure.Name.MOST_PER_EVENT, "perEvent").take(Figure.Name.POINTS, "points")
                .take(Figure.Name.DAY_MINUTES, "dayMinutes"));
    }

    private static Reckoned cap(PostedEntry entry, Map<String, Object> facts, Numbers numbers) {
        if (!facts.containsKey("cap")) {
            return of(Formula.CAP_LIFTED, null, numbers.take(Figure.Name.POSTED, "posted"));
        }
        numbers.take(Figure.Name.LIMIT, "cap").take(Figure.Name.DEEDS, "deeds").take(Figure.Name.BEFORE, "before")
                .take(Figure.Name.POSTED, "posted");
        return of(switch (Reckoning.Kind.valueOf(entry.source().type())) {
            case DAILY_CAP -> Formula.DAILY_CAP;
            case CYCLE_CAP -> Formula.CYCLE_CAP;
            case YEAR_CAP -> numbers.value("cap") < 0 ? Formula.DEDUCTION_CAP : Formula.YEAR_CAP;
            case HIGHEST_ONLY -> Formula.HIGHEST_ONLY;
            case FLOOR -> Formula.FLOOR;
        }, null, numbers);
    }

    private static Reckoned of(Formula formula, ServiceTime time, Numbers numbers) {
        return new Reckoned(formula, List.copyOf(numbers.figures), time == null ? null : time.start(),
                time == null ? null : time.end(),
                time == null ? List.of() : time.days().stream().map(day -> new Day(day.date(), day.minutes())).toList());
    }

    /** Whether it says when somebody served. */
    public boolean isTimed() {
        return from != null;
    }

    /** Whether the record behind this kind of entry is needed to explain it. */
    static boolean needsTime(PostedEntry entry) {
        return entry.kind() == EntryKind.SERVICE || entry.kind() == EntryKind.AWARD && !entry.facts().containsKey("times");
    }

    private static final class Numbers {

        private final Map<String, Object> facts;
        private final List<Figure> figures = new ArrayList<>();

        private Numbers(Map<String, Object> facts) {
            this.facts = facts;
        }

        private long value(String fact) {
            return facts.get(fact) instanceof Number number ? number.longValue() : 0;
        }

        private Numbers take(Figure.Name name, String fact) {
            return facts.containsKey(fact) ? add(name, value(fact)) : this;
        }

        private Numbers add(Figure.Name name, long value) {
            figures.add(new Figure(name, value));
            return this;
        }
    }
}
