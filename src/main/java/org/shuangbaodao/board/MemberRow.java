package org.shuangbaodao.board;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.ranking.Change;
import org.shuangbaodao.ranking.MemberBoard;
import org.shuangbaodao.ranking.Ranks;

/**
 * @param rank null below the upper band
 * @param change null where nothing is told
 */
record MemberRow(Integer rank, Change change, String name, String branch, String points, String hours) {

    static MemberRow of(Ranks.Placed<MemberBoard.Row> placed) {
        MemberBoard.Row row = placed.row();
        return new MemberRow(placed.shownRank(), placed.change(), row.name(), row.cell().name(), Amounts.points(row.points()),
                Amounts.hours(row.minutes()));
    }
}
