package org.shuangbaodao.board;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.shuangbaodao.ranking.Band;
import org.shuangbaodao.ranking.Ranks;

/** The rows of one page that belong to one band, as a page shows them. */
record BandRows<T>(Band band, List<T> rows) {

    static <R, T> List<BandRows<T>> of(List<Ranks.Placed<R>> placed, Function<Ranks.Placed<R>, T> row) {
        return Arrays.stream(Band.values())
                .map(band -> new BandRows<>(band, placed.stream().filter(each -> each.band() == band).map(row).toList()))
                .filter(each -> !each.rows.isEmpty()).toList();
    }

    public boolean isUpper() {
        return band == Band.UPPER;
    }

    public boolean isMiddle() {
        return band == Band.MIDDLE;
    }
}
