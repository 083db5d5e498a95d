package org.shuangbaodao.board;

import java.math.BigDecimal;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.Change;
import org.shuangbaodao.ranking.OrganizationBoard;
import org.shuangbaodao.ranking.Participation;
import org.shuangbaodao.ranking.Ranks;

/**
 * A row as a page shows it.
 *
 * @param rank null below the upper band
 * @param href what lies behind it, null when there is nothing
 * @param participation null for communities
 * @param change null where nothing is told
 * @param merged how many organizations stand together, 0 for one alone
 */
record OrganizationRow(Integer rank, Change change, String name, String href, int merged, boolean rest, BigDecimal each,
        Participation participation, String hours, int members) {

    /** @param members whether there is a board of persons to lead to */
    static OrganizationRow of(BoardKind kind, Ranks.Placed<OrganizationBoard.Row> placed, Period period, boolean members) {
        OrganizationBoard.Row row = placed.row();
        String href = kind == BoardKind.BRANCHES && !members ? null : link(kind, row, period);
        return new OrganizationRow(placed.shownRank(), placed.change(), row.place().name(), href, row.merged(), row.rest(),
                row.perMember(kind), row.participation(), Amounts.hours(row.minutes()), row.members());
    }

    private static String link(BoardKind kind, OrganizationBoard.Row row, Period period) {
        if (kind.countsMinutes() || row.merged() > 0) {
            return null;
        }
        return (kind == BoardKind.UNITS ? "/rankings" : "/rankings/members") + "?period=" + period.key() + "&within="
                + row.place().code();
    }
}
