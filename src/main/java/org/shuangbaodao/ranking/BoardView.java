package org.shuangbaodao.ranking;

import java.time.format.DateTimeFormatter;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;

/**
 * One page of a board.
 *
 * @param made the board it was taken from, which is made anew as soon as the books change
 * @param provisional whether somebody in the scope can still book into the period
 * @param counted how many rows were ranked, shown or not
 */
public record BoardView<T>(Period period, BoardStamp made, boolean provisional, int counted, PageOf<Ranks.Placed<T>> rows) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(BusinessTime.ZONE);

    /** To the minute, in China. */
    public String moment() {
        return MINUTE.format(made.asOf());
    }
}
