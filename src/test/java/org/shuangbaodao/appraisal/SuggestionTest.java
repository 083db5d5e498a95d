package org.shuangbaodao.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.shuangbaodao.appraisal.Suggestion.Reason;
import org.shuangbaodao.rulebook.HundredPoints;
import org.shuangbaodao.rulebook.Rulebook;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final Rulebook RULES = Rulebook.shipped();

    @Test
    void eachPartHasItsLimit() {
        assertThat(suggested(9000, 7000, 1500, 0).points()).isEqualTo(new HundredPoints(6000, 3000, 1000, 0, 10000));
        assertThat(suggested(2000, 1000, 0, 9999).points().sum()).isZero();
    }

    @Test
    void theStepsBeginWhereTheRulebookSaysAndTheBestIsACandidateOnly() {
        assertThat(suggested(6000, 6000, 0, 0)).extracting(Suggestion::grade).isEqualTo("EXCELLENT");
        assertThat(suggested(6000, 6000, 0, 0).reasons()).contains(Reason.CANDIDATE);
        assertThat(suggested(6000, 5999, 0, 0).grade()).isEqualTo("QUALIFIED");
        assertThat(suggested(6000, 3000, 0, 1).grade()).isEqualTo("BASICALLY_QUALIFIED");
        assertThat(suggested(5999, 0, 0, 0).grade()).isEqualTo("TALK");
    }

    @Test
    void aPenaltyInForceLimitsTheSuggestionAndNeverRaisesIt() {
        assertThat(suggested(6000, 6000, 1000, 0, true).grade()).isEqualTo("BASICALLY_QUALIFIED");
        assertThat(suggested(1000, 0, 0, 0, true).grade()).isEqualTo("TALK");
    }

    @Test
    void serviceAloneSuggestsNothingAndProbationaryMembersAreNotGraded() {
        assertThat(Suggestion.of(RULES, false, false, points(0, 4000, 0, 0), false).grade()).isEqualTo(Suggestion.NONE);
        assertThat(Suggestion.of(RULES, true, true, points(6000, 6000, 0, 0), false).reasons())
                .containsExactly(Reason.PROBATIONARY);
    }

    @Property
    void moreServiceNeverSuggestsLess(@ForAll @LongRange(max = 8000) long service, @ForAll @LongRange(max = 8000) long more,
            @ForAll @LongRange(max = 7000) long base, @ForAll @LongRange(max = 3000) long deducted) {
        assertThat(suggested(base, service + more, 0, deducted).points().sum())
                .isGreaterThanOrEqualTo(suggested(base, service, 0, deducted).points().sum()).isBetween(0L, 10000L);
    }

    private static Suggestion suggested(long base, long service, long bonus, long deducted) {
        return suggested(base, service, bonus, deducted, false);
    }

    private static Suggestion suggested(long base, long service, long bonus, long deducted, boolean veto) {
        return Suggestion.of(RULES, true, false, points(base, service, bonus, deducted), veto);
    }

    private static HundredPoints points(long base, long service, long bonus, long deducted) {
        return HundredPoints.of(RULES, service, Map.of("BS-01", base, "AW-02", bonus, "PN-01", -deducted));
    }
}
