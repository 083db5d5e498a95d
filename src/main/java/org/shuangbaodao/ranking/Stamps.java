package org.shuangbaodao.ranking;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BoardEdition.Edition;
import org.shuangbaodao.ledger.BoardEdition.Trees;

/**
 * What the board of a period rests on: equal stamps, equal boards. One that runs changes with each posting, one that is over
 * with those few that are booked into it, so that the boards readers compare with are not made anew each second.
 */
@ApplicationScoped
class Stamps {

    private final BoardQueries queries;
    private final Kept<String, Map<String, Long>> entries = new Kept<>();

    Stamps(BoardQueries queries) {
        this.queries = queries;
    }

    Object of(Period period, Edition edition) {
        return period.lastDay().isBefore(edition.today()) ? new Over(edition.trees(), booked(period, edition)) : edition;
    }

    /** How many entries the books hold of the period, as of the edition. */
    long booked(Period period, Edition edition) {
        return entries.get("all", edition.figures(), queries::entries).getOrDefault(period.key(), 0L);
    }

    private record Over(Trees trees, long entries) {
    }
}
