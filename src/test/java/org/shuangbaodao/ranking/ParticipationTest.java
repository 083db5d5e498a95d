package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipationTest {

    @ParameterizedTest
    @CsvSource({ "0, 20, 0", "1, 20, 0", "2, 20, 0", "3, 20, 5", "7, 20, 5", "8, 20, 10", "18, 20, 20", "20, 20, 20" })
    void isToldToTheNearestFive(int served, int members, int told) {
        assertThat(Participation.of(served, members).participants()).isEqualTo(told);
    }

    /** Fifteen of thirteen would be nonsense, and thirteen of thirteen would tell that nobody stayed away. */
    @ParameterizedTest
    @CsvSource({ "13, 13", "10, 13", "19, 14" })
    void isNeverAboveTheMembersAndNeverAnythingButAFive(int served, int members) {
        assertThat(Participation.of(served, members).participants()).isEqualTo(10);
    }

    @Test
    void thePercentageFollowsFromWhatIsTold() {
        assertThat(Participation.of(12, 13).percent()).isEqualTo(76);
        assertThat(Participation.of(2, 13).percent()).isZero();
    }

    /** A sum is rounded once: three branches of two are six people, not none. */
    @Test
    void aSumIsRoundedByItself() {
        Participation two = Participation.of(2, 11);

        assertThat(Participation.sum(List.of(two, two, two)).participants()).isEqualTo(5);
    }

    @Test
    void doesNotGiveItselfAwayInPrint() {
        assertThat(Participation.of(4, 11)).hasToString("about 5 of 11");
    }
}
