package org.shuangbaodao.board;

import java.math.BigDecimal;

import org.shuangbaodao.ranking.Band;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.OrganizationBoard;
import org.shuangbaodao.ranking.Participation;
import org.shuangbaodao.ranking.Ranks;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A row of a board of organizations for programs, the same in the API and in files. Either {@code rank} (upper third) or
 * {@code band}.
 *
 * @param merged how many organizations under ten members stand together in this row of their parent
 * @param perMember points, for communities minutes
 * @param participants members with confirmed minutes, to the nearest five
 * @param participation of that number, in whole per cent
 * @param change places gained since the period before, or lost; of rows that stood in the upper third then too
 * @param entered true for a row that is new in the upper third
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganizationItem(Integer rank, Band band, String code, String name, Integer merged, BigDecimal points,
        long minutes, int members, BigDecimal perMember, Integer participants, Integer participation, Integer change,
        Boolean entered) {

    public static OrganizationItem of(BoardKind kind, Ranks.Placed<OrganizationBoard.Row> placed) {
        OrganizationBoard.Row row = placed.row();
        Participation part = row.participation();
        return new OrganizationItem(placed.shownRank(), placed.shownBand(), row.place().code(), row.place().name(),
                row.merged() == 0 ? null : row.merged(), BigDecimal.valueOf(row.points(), 2), row.minutes(), row.members(),
                row.perMember(kind), part == null ? null : part.participants(), part == null ? null : part.percent(),
                placed.placesGained(), placed.enteredNow());
    }
}
