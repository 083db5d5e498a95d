package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import org.shuangbaodao.kernel.Period;

import org.junit.jupiter.api.Test;

class ReceptionTest {

    @Test
    void aCheckInHoldsFromTheDayItIsAccepted() {
        assertThat(Reception.firstDay(asked("2026", "2026-03-02"), date("2026-03-09"), null)).isEqualTo("2026-03-09");
    }

    @Test
    void oneForNextYearWaitsForItsFirstDay() {
        assertThat(Reception.firstDay(asked("2027", "2026-12-05"), date("2026-12-08"), null)).isEqualTo("2027-01-01");
    }

    @Test
    void aRenewalJoinsOnWithoutAGap() {
        assertThat(Reception.firstDay(asked("2027", "2027-01-12"), date("2027-02-20"), date("2026-12-31")))
                .isEqualTo("2027-01-01");
        assertThat(Reception.firstDay(asked("2027", "2027-03-31"), date("2027-04-02"), date("2026-12-31")))
                .isEqualTo("2027-01-01");
    }

    @Test
    void aRenewalAskedForAfterTheFirstQuarterIsANewBeginning() {
        assertThat(Reception.firstDay(asked("2027", "2027-04-01"), date("2027-04-02"), date("2026-12-31")))
                .isEqualTo("2027-04-02");
    }

    @Test
    void whoHadEndedItEarlierBeginsAnew() {
        assertThat(Reception.firstDay(asked("2027", "2027-01-12"), date("2027-01-20"), date("2026-09-30")))
                .isEqualTo("2027-01-20");
    }

    @Test
    void theNextYearOpensInDecember() {
        assertThat(Submission.openPeriods(date("2026-11-30"))).extracting(Period::key).containsExactly("2026");
        assertThat(Submission.openPeriods(date("2026-12-01"))).extracting(Period::key).containsExactly("2026", "2027");
    }

    private static CheckIn asked(String period, String day) {
        return CheckIn.byMember(1, 2, Period.parse(period).orElseThrow(), Instant.parse(day + "T02:00:00Z"));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
