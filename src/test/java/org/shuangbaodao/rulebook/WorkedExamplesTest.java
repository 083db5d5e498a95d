package org.shuangbaodao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class WorkedExamplesTest {

    private final WorkedExamples examples = WorkedExamples.of(Rulebook.shipped(), LocalDate.of(2026, 11, 20), "zh-CN");

    @Test
    void theExamplesAreWhatTheRulebookGives() {
        assertThat(examples.justOne()).isEqualTo("0.50");
        assertThat(examples.almostTwoHours()).isEqualTo("1.50");
        assertThat(examples.acrossMidnight()).containsExactly(new WorkedExamples.Day(120, "2.00"),
                new WorkedExamples.Day(60, "1.00"));
        assertThat(examples.longDayBefore()).isEqualTo("10.00");
        assertThat(examples.longDay()).isEqualTo("8.00");
        assertThat(examples.capHours()).isEqualTo(8);
        assertThat(examples.longYear()).isEqualTo(new WorkedExamples.Year(12, 10, "120.00", "40.00", "40.00"));
        assertThat(examples.highest()).isEqualTo(
                new WorkedExamples.Highest("AW-01", "表彰", "街道、县级", "2.00", "市级", "4.00", "4.00"));
    }
}
