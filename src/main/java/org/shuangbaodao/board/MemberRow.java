package org.shuangbaodao.board;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.ranking.MemberBoard;
import org.shuangbaodao.ranking.Ranks;

/** @param rank null below the upper band */
record MemberRow(Integer rank, String name, String branch, String points, String hours) {

    static MemberRow of(Ranks.Placed<MemberBoard.Row> placed) {
        MemberBoard.Row row = placed.row();
        return new MemberRow(placed.shownRank(), row.name(), row.cell().name(), Amounts.points(row.points()),
                Amounts.hours(row.minutes()));
    }
}
