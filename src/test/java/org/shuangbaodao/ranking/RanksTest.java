package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

import org.shuangbaodao.ranking.Ranks.Placed;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void equalScoresShareAPlaceAndTheNextIsSkipped() {
        List<Placed<Row>> placed = placed(row("a", 900, 9), row("b", 1000, 10), row("c", 99, 1), row("d", 50, 1),
                row("e", 40, 1), row("f", 30, 1), row("g", 20, 1), row("h", 10, 1), row("i", 5, 1));

        assertThat(placed).extracting(Placed::rank).startsWith(1, 1, 3);
        assertThat(placed).extracting(each -> each.row().name).startsWith("a", "b", "c");
    }

    /** A third of a point more or less would be lost in two decimals. */
    @Test
    void fractionsAreComparedExactly() {
        assertThat(new Score(1_000_001, 3)).isGreaterThan(new Score(1_000_000, 3)).isGreaterThan(new Score(333_333, 1));
        assertThat(new Score(2, 6)).isEqualByComparingTo(new Score(1, 3));
        assertThat(new Score(1_000_001, 3).points()).isEqualTo(new BigDecimal("3333.33"));
        assertThat(new Score(100, 30).minutes()).isEqualTo(new BigDecimal("3.33"));
    }

    @Test
    void onlyTheUpperThirdIsNumberedAndTheOthersStandByName() {
        List<Placed<Row>> placed = placed(row("z", 70, 1), row("y", 60, 1), row("x", 50, 1), row("c", 40, 1), row("b", 45, 1),
                row("a", 10, 1), row("d", 20, 1));

        assertThat(placed).extracting(each -> each.row().name).containsExactly("z", "y", "x", "b", "c", "a", "d");
        assertThat(placed).extracting(Placed::shownRank).containsExactly(1, 2, 3, null, null, null, null);
        assertThat(placed).extracting(Placed::shownBand).containsExactly(null, null, null, Band.MIDDLE, Band.MIDDLE,
                Band.GROWING, Band.GROWING);
    }

    @Test
    void nobodyLeadsWithNothing() {
        assertThat(placed(row("a", 0, 10), row("b", -50, 10))).extracting(Placed::band).containsOnly(Band.GROWING);
    }

    @Property
    void aRankIsOneMoreThanTheRowsAbove(@ForAll @Size(max = 40) List<@IntRange(min = -3, max = 9) Integer> amounts) {
        List<Row> rows = new java.util.ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            rows.add(row("n%02d".formatted(i), amounts.get(i), 1 + i % 3));
        }

        List<Placed<Row>> placed = Ranks.of(rows, row -> row.score, Comparator.comparing(row -> row.name));

        assertThat(placed).hasSameSizeAs(rows).allSatisfy(each -> assertThat(each.rank()).isEqualTo(
                1 + (int) rows.stream().filter(other -> other.score.compareTo(each.row().score) > 0).count()));
    }

    private static List<Placed<Row>> placed(Row... rows) {
        return Ranks.of(List.of(rows), row -> row.score, Comparator.comparing(row -> row.name));
    }

    private static Row row(String name, long amount, int heads) {
        return new Row(name, new Score(amount, heads));
    }

    private record Row(String name, Score score) {
    }
}
