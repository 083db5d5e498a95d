package org.shuangbaodao.board;

import java.math.BigDecimal;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.OrganizationBoard;
import org.shuangbaodao.ranking.Ranks;

/**
 * A row as a page shows it.
 *
 * @param rank null below the upper band
 * @param href what lies behind it, null when there is nothing
 * @param merged how many organizations stand together, 0 for one alone
 */
record OrganizationRow(Integer rank, String name, String href, int merged, boolean rest, BigDecimal each, String points,
        String hours, int members) {

    static OrganizationRow of(BoardKind kind, Ranks.Placed<OrganizationBoard.Row> placed, Period period) {
        OrganizationBoard.Row row = placed.row();
        return new OrganizationRow(placed.shownRank(), row.place().name(), link(kind, row, period), row.merged(), row.rest(),
                row.perMember(kind), Amounts.points(row.points()), Amounts.hours(row.minutes()), row.members());
    }

    private static String link(BoardKind kind, OrganizationBoard.Row row, Period period) {
        if (kind.countsMinutes() || row.merged() > 0) {
            return null;
        }
        return (kind == BoardKind.UNITS ? "/rankings" : "/rankings/members") + "?period=" + period.key() + "&within="
                + row.place().code();
    }
}
