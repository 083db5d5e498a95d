package org.shuangbaodao.ranking;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;

/**
 * One page of a board.
 *
 * @param asOf when it was made from the books; it is made anew as soon as they change
 * @param provisional whether somebody can still book into the period
 * @param counted how many rows were ranked, shown or not
 */
record BoardView<T>(Period period, Instant asOf, boolean provisional, int counted, PageOf<Ranks.Placed<T>> rows) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(BusinessTime.ZONE);

    /** To the minute, in China. */
    String moment() {
        return MINUTE.format(asOf);
    }
}
