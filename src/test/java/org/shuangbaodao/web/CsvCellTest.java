package org.shuangbaodao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@sum", "\tx", "\rx" })
    void whatBeginsLikeAFormulaIsText(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("\"'" + text + "\"");
    }

    @Test
    void theRestIsQuoted() {
        assertThat(CsvCell.of("幸福路社区, \"南\"")).isEqualTo("\"幸福路社区, \"\"南\"\"\"");
        assertThat(CsvCell.of(null)).isEqualTo("\"\"");
    }
}
