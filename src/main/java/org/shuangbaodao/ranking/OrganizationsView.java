package org.shuangbaodao.ranking;

import java.math.BigDecimal;

/**
 * A page of a board of organizations, and what its scope tells as a whole, searched or not.
 *
 * @param sums what all rows of the scope add up to
 * @param median of the figures per member: that of a row, the lower one of two in the middle; null with fewer than three rows
 * @param participation null where it is not counted: communities, and units, which lie inside each other
 * @param distribution null with fewer than ten rows
 */
public record OrganizationsView(BoardView<OrganizationBoard.Row> board, OrganizationBoard.Sums sums, BigDecimal median,
        Participation participation, Distribution distribution) {
}
