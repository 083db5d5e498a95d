package org.shuangbaodao.board;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.OrganizationBoard;

/**
 * What all rows of a scope add up to.
 *
 * @param waiting records that still wait, in full tens: the exact number could tell about few people
 */
record Totals(int members, String points, String hours, long waiting) {

    /** Null for units: one inside another would count twice. */
    static Totals of(BoardKind kind, OrganizationBoard.Sums sums) {
        if (kind == BoardKind.UNITS || sums.members() == 0) {
            return null;
        }
        return new Totals(sums.members(), Amounts.points(sums.points()), Amounts.hours(sums.minutes()),
                sums.waiting() / 10 * 10);
    }
}
