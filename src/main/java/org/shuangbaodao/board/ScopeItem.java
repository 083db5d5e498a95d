package org.shuangbaodao.board;

import java.math.BigDecimal;

import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.OrganizationBoard;
import org.shuangbaodao.ranking.OrganizationsView;
import org.shuangbaodao.ranking.Participation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What all rows of a scope tell together, for programs. Sums are absent for units, which lie inside each other.
 *
 * @param rows how many were ranked
 * @param median of the rows' figures per member, the lower one of two in the middle; absent with fewer than three rows
 * @param participants members with confirmed minutes, to the nearest five
 * @param participation of that number, in whole per cent
 * @param pendingAbout records that still wait to be decided, in full tens
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeItem(int rows, Integer members, BigDecimal points, Long minutes, BigDecimal perMember, BigDecimal median,
        Integer participants, Integer participation, Long pendingAbout) {

    public static ScopeItem of(BoardKind kind, OrganizationsView view) {
        int rows = view.board().counted();
        OrganizationBoard.Sums sums = view.sums();
        Participation part = view.participation();
        if (kind == BoardKind.UNITS) {
            return new ScopeItem(rows, null, null, null, null, view.median(), null, null, null);
        }
        return new ScopeItem(rows, sums.members(), BigDecimal.valueOf(sums.points(), 2), sums.minutes(), sums.perMember(kind),
                view.median(), part == null ? null : part.participants(), part == null ? null : part.percent(),
                sums.pendingAbout());
    }
}
