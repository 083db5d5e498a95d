package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    @Test
    void isNotToldOfFewRowsNorOfAllAlike() {
        assertThat(Distribution.of(figures(1, 2, 3, 4, 5, 6, 7, 8, 9))).isNull();
        assertThat(Distribution.of(Collections.nCopies(12, new BigDecimal("3.50")))).isNull();
    }

    @Test
    void classesHaveRoundLimitsAndHoldTheLowerOne() {
        Distribution told = Distribution.of(figures(0, 99, 100, 250, 399, 400, 500, 600, 699, 700));

        assertThat(told.classes()).extracting(Distribution.Step::from).extracting(BigDecimal::toPlainString)
                .containsExactly("0.00", "1.00", "2.00", "3.00", "4.00", "5.00", "6.00", "7.00");
        assertThat(told.classes()).extracting(Distribution.Step::rows).containsExactly(2, 1, 1, 1, 1, 1, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = { 7, 60, 1234, 99_999, 31_415_926 })
    void everyRowIsInOneOfAtMostEightClassesOfOneWidth(long most) {
        List<BigDecimal> figures = new Random(most).longs(500, -most / 4, most).mapToObj(each -> BigDecimal.valueOf(each, 2))
                .toList();

        List<Distribution.Step> classes = Distribution.of(figures).classes();

        assertThat(classes).hasSizeBetween(5, 8);
        assertThat(classes.stream().mapToInt(Distribution.Step::rows).sum()).isEqualTo(500);
        assertThat(classes).allSatisfy(each -> assertThat(each.rows()).isEqualTo((int) figures.stream()
                .filter(figure -> figure.compareTo(each.from()) >= 0 && figure.compareTo(each.to()) < 0).count()));
        assertThat(classes.stream().map(each -> each.to().subtract(each.from())).distinct()).hasSize(1);
        assertThat(IntStream.range(1, classes.size())).allMatch(i -> classes.get(i).from().equals(classes.get(i - 1).to()));
    }

    private static List<BigDecimal> figures(long... hundredths) {
        return LongStream.of(hundredths).mapToObj(each -> BigDecimal.valueOf(each, 2)).toList();
    }
}
