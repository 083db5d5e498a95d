package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.util.List;

/**
 * A version of the rules.
 *
 * @param effectiveFrom first day of service it applies to
 */
public record Rulebook(int version, LocalDate effectiveFrom, RuleItem serviceHours) {

    /** Minutes are booked by no rule, but the ledger names what every entry is about. */
    public static final String HOURS = "HOURS";

    /**
     * Profile 双报到服务积分: 0.50 points for each full half hour, at most eight hours (8.00 points) a day. Eight hours is where
     * the field's platforms stop counting without a further review.
     */
    private static final Rulebook FIRST = new Rulebook(1, LocalDate.of(2000, 1, 1), new RuleItem("SV-01", 50, 30, 800));

    private static final List<Rulebook> NEWEST_FIRST = List.of(FIRST);

    /** The version in force on the day of service. */
    public static Rulebook on(LocalDate servedOn) {
        return NEWEST_FIRST.stream().filter(each -> !each.effectiveFrom.isAfter(servedOn)).findFirst().orElse(FIRST);
    }

    /** The version in force for service done on {@code today} and what came before it, for the public rules page. */
    public static List<Rulebook> all() {
        return NEWEST_FIRST;
    }
}
