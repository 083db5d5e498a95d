package org.shuangbaodao.ranking;

/**
 * How a row of the upper band moved against the period before. Nothing is told about rows below, so that there is no public
 * decline out of the band, nor about what no board showed then.
 *
 * @param places gained, or lost where negative; null for a row that did not stand in the upper band then
 */
public record Change(Integer places) {

    static final Change ENTERED = new Change(null);

    /** @param before the rank then, null outside the upper band */
    static Change of(int now, Integer before) {
        return before == null ? ENTERED : new Change(before - now);
    }

    /** Whether the row is new in the upper band. */
    public boolean entered() {
        return places == null;
    }

    /** Places lost, as a positive number. */
    public int lost() {
        return -places;
    }
}
