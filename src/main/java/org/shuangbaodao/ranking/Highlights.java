package org.shuangbaodao.ranking;

import java.math.BigDecimal;
import java.util.List;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.Period;

/**
 * The head of a board, for the home page.
 *
 * @param leaders from the upper band only
 * @param members behind the hours; never fewer than ten, or there are no leaders either
 * @param made from which edition: while a large board is being made anew, an older one
 */
public record Highlights(Period period, String asOf, boolean provisional, List<Leader> leaders, int members, String hours,
        BoardStamp made) {

    static Highlights of(OrganizationsView branches) {
        BoardView<OrganizationBoard.Row> view = branches.board();
        List<Leader> leaders = view.rows().items().stream().filter(placed -> placed.band() == Band.UPPER)
                .map(placed -> new Leader(placed.rank(), placed.row().place().name(),
                        placed.row().perMember(BoardKind.BRANCHES)))
                .toList();
        return new Highlights(view.period(), view.moment(), view.provisional(), leaders, branches.sums().members(),
                Amounts.hours(branches.sums().minutes()), view.made());
    }

    /** One of the first. */
    public record Leader(int rank, String name, BigDecimal each) {
    }
}
