package org.shuangbaodao.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount per head, compared exactly: two fractions by their cross products, never by a rounded quotient.
 *
 * @param amount hundredths of a point, or minutes
 * @param heads at least 1
 */
record Score(long amount, int heads) implements Comparable<Score> {

    @Override
    public int compareTo(Score other) {
        return Long.compare(Math.multiplyExact(amount, (long) other.heads), Math.multiplyExact(other.amount, (long) heads));
    }

    boolean isPositive() {
        return amount > 0;
    }

    /** As the board of that kind shows it. */
    BigDecimal shown(BoardKind kind) {
        return kind.countsMinutes() ? minutes() : points();
    }

    /** Points per head from hundredths, cut to two decimals: nobody is shown more than there is. */
    BigDecimal points() {
        return new BigDecimal(amount).divide(new BigDecimal(heads), 0, RoundingMode.FLOOR).movePointLeft(2).setScale(2);
    }

    /** Minutes per head, cut to two decimals. */
    BigDecimal minutes() {
        return new BigDecimal(amount).divide(new BigDecimal(heads), 2, RoundingMode.FLOOR);
    }
}
