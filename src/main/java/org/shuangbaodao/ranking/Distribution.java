package org.shuangbaodao.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * How the rows of a scope spread: how many have a figure per member in each of six to eight equally wide classes. Made of
 * organizations only, whose figures are all on the board; never of persons.
 */
public record Distribution(List<Step> classes) {

    static final int FEWEST_ROWS = 10;
    private static final int MOST_CLASSES = 8;
    // Widths that people can read on an axis, each at most a third more than the one before.
    private static final int[] ROUND = { 10, 12, 15, 20, 25, 30, 40, 50, 60, 80 };

    /**
     * One class.
     *
     * @param from included
     * @param to not included
     */
    public record Step(BigDecimal from, BigDecimal to, int rows) {
    }

    /**
     * Null with fewer than ten rows, or where all are alike.
     *
     * @param figures per member, with two decimals
     */
    static Distribution of(List<BigDecimal> figures) {
        if (figures.size() < FEWEST_ROWS) {
            return null;
        }
        List<Long> hundredths = figures.stream().map(figure -> figure.movePointRight(2).longValueExact()).toList();
        LongSummaryStatistics range = hundredths.stream().mapToLong(Long::longValue).summaryStatistics();
        long least = range.getMin();
        long most = range.getMax();
        if (least == most) {
            return null;
        }
        long width = width(least, most);
        long first = Math.floorDiv(least, width);
        int[] rows = new int[(int) (Math.floorDiv(most, width) - first) + 1];
        hundredths.forEach(figure -> rows[(int) (Math.floorDiv(figure, width) - first)]++);
        List<Step> classes = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            classes.add(new Step(BigDecimal.valueOf((first + i) * width, 2), BigDecimal.valueOf((first + i + 1) * width, 2),
                    rows[i]));
        }
        return new Distribution(List.copyOf(classes));
    }

    private static long width(long least, long most) {
        for (long tens = 1;; tens *= 10) {
            for (int round : ROUND) {
                long width = round * tens / 10;
                boolean whole = round * tens % 10 == 0;
                if (whole && Math.floorDiv(most, width) - Math.floorDiv(least, width) < MOST_CLASSES) {
                    return width;
                }
            }
        }
    }
}
