package org.shuangbaodao.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarLevelTest {

    @ParameterizedTest
    @CsvSource({ "0,NONE", "5999,NONE", "6000,ONE", "17999,ONE", "18000,TWO", "36000,THREE", "60000,FOUR", "89999,FOUR",
            "90000,FIVE", "900000,FIVE" })
    void aStarIsReachedWithItsLastMinute(long minutes, StarLevel level) {
        assertThat(StarLevel.of(minutes)).isEqualTo(level);
    }
}
