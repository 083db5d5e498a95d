package org.shuangbaodao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.shuangbaodao.inspection.Tally.Exactness;
import org.shuangbaodao.inspection.Tally.Line;
import org.shuangbaodao.inspection.Tally.Shown;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void fewerThanFiveAreNotToldAndTheLargestOnlyAsABound() {
        assertThat(new Tally(Map.of(Line.HAPPENED, 30, Line.DID_NOT_HAPPEN, 2, Line.OPEN, 8)).shown(40)).containsExactly(
                new Shown(Line.HAPPENED, Exactness.AT_LEAST, 40 - 8 - 3 * 4),
                new Shown(Line.PARTLY, Exactness.FEWER_THAN_FIVE, 5),
                new Shown(Line.DID_NOT_HAPPEN, Exactness.FEWER_THAN_FIVE, 5),
                new Shown(Line.NOT_FOUND, Exactness.FEWER_THAN_FIVE, 5), new Shown(Line.OPEN, Exactness.EXACTLY, 8));
    }

    // Whatever is hidden, from nobody to four, the page is the same.
    @Test
    void oneAndNobodyLookTheSame() {
        assertThat(new Tally(Map.of(Line.HAPPENED, 19, Line.DID_NOT_HAPPEN, 1)).shown(20))
                .isEqualTo(new Tally(Map.of(Line.HAPPENED, 20)).shown(20))
                .isEqualTo(new Tally(Map.of(Line.HAPPENED, 8, Line.DID_NOT_HAPPEN, 4, Line.PARTLY, 4, Line.OPEN, 4)).shown(20));
    }

    @Test
    void whereAllAreManyAllAreTold() {
        assertThat(
                new Tally(Map.of(Line.HAPPENED, 50, Line.PARTLY, 10, Line.DID_NOT_HAPPEN, 6, Line.NOT_FOUND, 5, Line.OPEN, 9))
                        .shown(80))
                .allMatch(each -> each.exactness() == Exactness.EXACTLY);
    }

    @Test
    void whereAllAreFewNothingIsTold() {
        assertThat(new Tally(Map.of(Line.HAPPENED, 3, Line.OPEN, 2)).shown(5))
                .allMatch(each -> each.exactness() == Exactness.FEWER_THAN_FIVE);
    }
}
