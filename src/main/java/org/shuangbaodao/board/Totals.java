package org.shuangbaodao.board;

import java.math.BigDecimal;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.OrganizationsView;
import org.shuangbaodao.ranking.Participation;

/**
 * What a scope tells as a whole.
 *
 * @param summed whether its rows can be added up: one unit inside another would count twice
 * @param each the figure per member of the whole scope, null where rows cannot be added up
 * @param waiting records that still wait, in full tens: the exact number could tell about few people
 */
record Totals(boolean summed, int members, BigDecimal each, String hours, long waiting, BigDecimal median,
        Participation participation) {

    /** Null for a scope without rows. */
    static Totals of(BoardKind kind, OrganizationsView view) {
        var sums = view.sums();
        if (sums.members() == 0) {
            return null;
        }
        boolean summed = kind != BoardKind.UNITS;
        return new Totals(summed, sums.members(), summed ? sums.perMember(kind) : null, Amounts.hours(sums.minutes()),
                sums.waiting() / 10 * 10, view.median(), view.participation());
    }
}
