package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongPredicate;

import org.junit.jupiter.api.Test;

class DecisionOrderTest {

    private static final long SECRETARY = 1;
    private static final long GRID_LEAD = 2;
    private static final long STREET = 3;
    private static final LongPredicate NOBODY = person -> false;

    private final DecisionOrder order = new DecisionOrder(
            List.of(List.of(SECRETARY), List.of(GRID_LEAD), List.of(STREET)));

    @Test
    void theSecretaryDecidesAloneAtFirst() {
        assertThat(order.turn(NOBODY, 0)).containsExactly(SECRETARY);
        assertThat(order.turn(NOBODY, 9)).containsExactly(SECRETARY);
    }

    @Test
    void whoStaysSilentForTenWorkingDaysSharesWithTheNextLevel() {
        assertThat(order.turn(NOBODY, 10)).containsExactly(SECRETARY, GRID_LEAD);
        assertThat(order.turn(NOBODY, 20)).containsExactly(SECRETARY, GRID_LEAD, STREET);
        assertThat(order.turn(NOBODY, 500)).containsExactly(SECRETARY, GRID_LEAD, STREET);
    }

    @Test
    void anInterestedSecretaryPassesItOnAtOnce() {
        assertThat(order.turn(person -> person == SECRETARY, 0)).containsExactly(GRID_LEAD);
        assertThat(order.turn(person -> person != STREET, 0)).containsExactly(STREET);
    }

    @Test
    void aVacantOfficeIsNoObstacle() {
        assertThat(new DecisionOrder(List.of(List.of(), List.of(), List.of(STREET))).turn(NOBODY, 0)).containsExactly(STREET);
    }

    @Test
    void whereEverybodyIsInterestedNobodyDecides() {
        assertThat(order.turn(person -> true, 100)).isEmpty();
    }

    @Test
    void aRequestDatedAheadOfTodayWaitsLikeANewOne() {
        assertThat(order.turn(NOBODY, -5)).containsExactly(SECRETARY);
    }
}
