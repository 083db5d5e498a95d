package org.shuangbaodao.ranking;

import java.math.BigDecimal;
import java.util.List;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.Period;

/**
 * How a scope as a whole did from period to period, the oldest first. Each point is what the period's own board adds up to.
 *
 * @param points at most eight
 * @param complete whether none is missing because its board is still being made
 */
public record Trend(List<Point> points, boolean complete) {

    static final int LONGEST = 8;

    /**
     * One period.
     *
     * @param perMember points, for communities minutes; null where the period's board shows nothing of the scope
     * @param members people counted then
     * @param participation null for communities, and where nothing is shown
     */
    public record Point(Period period, BigDecimal perMember, long points, long minutes, int members,
            Participation participation, boolean provisional) {

        /** Cut to tenths, as everywhere. */
        public String hours() {
            return Amounts.hours(minutes);
        }
    }
}
