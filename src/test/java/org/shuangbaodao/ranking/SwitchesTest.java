package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.shuangbaodao.kernel.Period;

import org.junit.jupiter.api.Test;

class SwitchesTest {

    private static final Period PERIOD = new Period("2026-Q4");

    @Test
    void whatIsSwitchedOffIsRefusedBeforeAnythingIsRead() {
        Rankings off = rankings(false, true);

        assertThat(off.isOpen()).isFalse();
        assertThat(off.isOpenForMembers()).isFalse();
        assertThat(off.highlights(5)).isEmpty();
        assertThatThrownBy(() -> off.organizations(BoardKind.BRANCHES, PERIOD, null, 1, 50))
                .hasMessage("ranking/switched-off");
        assertThatThrownBy(() -> off.members(PERIOD, null, 1, 50)).hasMessage("ranking/switched-off");
        assertThatThrownBy(() -> off.trend(BoardKind.BRANCHES, PERIOD, null)).hasMessage("ranking/switched-off");
        assertThatThrownBy(() -> off.organizations(BoardKind.UNITS, PERIOD, null, "党", 1, Integer.MAX_VALUE))
                .as("as files ask").hasMessage("ranking/switched-off");
    }

    @Test
    void theBoardOfPersonsHasASwitchOfItsOwn() {
        Rankings unnamed = rankings(true, false);

        assertThat(unnamed.isOpen()).isTrue();
        assertThatThrownBy(() -> unnamed.members(PERIOD, null, 1, 50)).hasMessage("ranking/switched-off");
    }

    private static Rankings rankings(boolean enabled, boolean members) {
        return new Rankings(null, null, null, null, null, null, new RankingSettings() {

            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public boolean members() {
                return members;
            }
        }, null, null);
    }
}
