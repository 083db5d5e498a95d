package org.shuangbaodao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.shuangbaodao.inspection.ReciprocalDecisions.Decisions;
import org.shuangbaodao.kernel.Problem;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** From where on something stands out, on both sides of each line. */
class ThresholdsTest {

    @Test
    void bulkIsManyOrHalfOfASmallPlace() {
        assertThat(Thresholds.bulk(30, 1000)).isTrue();
        assertThat(Thresholds.bulk(29, 1000)).isFalse();
        assertThat(Thresholds.bulk(10, 20)).isTrue();
        assertThat(Thresholds.bulk(10, 21)).isFalse();
        assertThat(Thresholds.bulk(9, 9)).isFalse();
    }

    @Test
    void peopleWhoNeverLoggedInAreThreeOrMuch() {
        assertThat(Thresholds.neverLoggedIn(3, 60)).isTrue();
        assertThat(Thresholds.neverLoggedIn(2, 60)).isFalse();
        assertThat(Thresholds.neverLoggedIn(1, 1200)).isTrue();
        assertThat(Thresholds.neverLoggedIn(1, 1199)).isFalse();
    }

    @Test
    void lateIsAShareOfManyEnough() {
        assertThat(Thresholds.late(10, 33)).isTrue();
        assertThat(Thresholds.late(10, 34)).isFalse();
        assertThat(Thresholds.late(9, 9)).isFalse();
    }

    @Test
    void theYearsEndIsHalfOfAYearThatCounts() {
        assertThat(Thresholds.yearEndReports(1200, 2400)).isTrue();
        assertThat(Thresholds.yearEndReports(1200, 2401)).isFalse();
        assertThat(Thresholds.yearEndReports(1199, 1199)).isFalse();
        assertThat(Thresholds.yearEndConfirmations(6000, 12000)).isTrue();
        assertThat(Thresholds.yearEndConfirmations(5999, 5999)).isFalse();
        assertThat(Thresholds.lastWeeksOf(2026)).isEqualTo(Instant.parse("2026-12-10T16:00:00Z"));
    }

    @Test
    void decidingAboutEachOtherTakesBothWays() {
        assertThat(ReciprocalDecisions.both(List.of(decisions(1, 2, 3), decisions(2, 1, 3)), Map.of())).singleElement()
                .satisfies(found -> {
                    assertThat(found.subject()).isEqualTo(org.shuangbaodao.kernel.Ids.text(1) + "-"
                            + org.shuangbaodao.kernel.Ids.text(2));
                    assertThat(found.measured()).isEqualTo(3);
                    assertThat(found.people()).containsExactly(1L, 2L);
                });
        assertThat(ReciprocalDecisions.both(List.of(decisions(1, 2, 30), decisions(2, 1, 2)), Map.of())).isEmpty();
        assertThat(ReciprocalDecisions.both(List.of(decisions(1, 2, 30), decisions(2, 3, 30), decisions(3, 1, 30)), Map.of()))
                .isEmpty();
    }

    @Test
    void aDeputyCountsForHisPrincipal() {
        List<Decisions> through = List.of(decisions(1, 2, 4), decisions(3, 1, 4));

        assertThat(ReciprocalDecisions.both(through, Map.of())).isEmpty();
        assertThat(ReciprocalDecisions.both(through, Map.of(2L, Set.of(3L), 3L, Set.of(2L)))).singleElement()
                .satisfies(found -> assertThat(found.people()).containsExactly(1L, 2L, 3L));
        assertThat(ReciprocalDecisions.both(List.of(decisions(2, 3, 9), decisions(3, 2, 9)),
                Map.of(2L, Set.of(3L), 3L, Set.of(2L)))).as("within one party").isEmpty();
    }

    @Test
    void nobodyOrdersLessThanUsual() {
        assertThat(SampleSize.of(null, null, null)).isEqualTo(SampleSize.USUAL);
        assertThat(SampleSize.of(20, 10, 400).outOf(100)).isEqualTo(20);
        for (int[] size : new int[][] { { 4, 5, 200 }, { 101, 5, 200 }, { 5, 4, 200 }, { 5, 5, 199 }, { 5, 300, 200 },
                { 5, 5, 2001 } }) {
            Assertions.assertThatThrownBy(() -> SampleSize.of(size[0], size[1], size[2])).isInstanceOf(Problem.class);
        }
    }

    private static Decisions decisions(long decider, long holder, long records) {
        return new Decisions(decider, holder, records, records * 60, List.of(decider * 100 + holder));
    }
}
