package org.shuangbaodao.board;

import java.util.List;

import org.shuangbaodao.ranking.Distribution;
import org.shuangbaodao.ranking.Trend;

/**
 * What a page draws beside its rows; each is a table first.
 *
 * @param trend empty where there is but one period to tell about
 * @param classes empty where there are too few rows
 */
record Charts(List<Trend.Point> trend, List<Distribution.Step> classes) {

    private static final int FEWEST_POINTS = 2;

    /** @param trend null, as {@code distribution}, for a page without charts */
    static Charts of(Trend trend, Distribution distribution) {
        List<Trend.Point> told = trend == null ? List.of()
                : trend.points().stream().filter(point -> point.perMember() != null).toList();
        return new Charts(told.size() < FEWEST_POINTS ? List.of() : told,
                distribution == null ? List.of() : distribution.classes());
    }
}
