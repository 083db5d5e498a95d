package org.shuangbaodao.ranking;

import org.shuangbaodao.kernel.Amounts;

/**
 * What all rows of a scope add up to.
 *
 * @param waiting records that still wait, in full tens: the exact number could tell about few people
 */
record Totals(int members, String points, String hours, long waiting) {

    /** Null for units: one inside another would count twice. */
    static Totals of(BoardKind kind, BoardView<OrganizationBoard.Row> view) {
        if (kind == BoardKind.UNITS || view.all().isEmpty()) {
            return null;
        }
        var rows = view.all().stream().map(Ranks.Placed::row).toList();
        return new Totals(rows.stream().mapToInt(OrganizationBoard.Row::members).sum(),
                Amounts.points(rows.stream().mapToLong(OrganizationBoard.Row::points).sum()),
                Amounts.hours(rows.stream().mapToLong(OrganizationBoard.Row::minutes).sum()),
                rows.stream().mapToLong(OrganizationBoard.Row::waiting).sum() / 10 * 10);
    }
}
