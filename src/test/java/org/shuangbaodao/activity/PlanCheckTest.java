package org.shuangbaodao.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.shuangbaodao.activity.ActivityPlan.SlotPlan;
import org.shuangbaodao.kernel.FieldProblem;

import org.junit.jupiter.api.Test;

/** What is wrong with a plan, field by field. */
class PlanCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void aPlanInOrderHasNoProblems() {
        assertThat(check(plan("风险", true, false, true, null, null, slot("2026-06-06T22:00", "2026-06-07T01:00", 3),
                slot("2026-06-07T01:00", "2026-06-07T02:00", null)))).isEmpty();
    }

    @Test
    void risksHaveToBeStatedAndThatItIsService() {
        assertThat(check(plan(" ", true, false, false, null, null, slot("2026-06-06T09:00", "2026-06-06T10:00", 1))))
                .containsExactlyInAnyOrder(new FieldProblem("riskNote", "required"),
                        new FieldProblem("service", "not-accepted"));
    }

    @Test
    void workingTimeIsNeverVoluntary() {
        SlotPlan slot = slot("2026-06-08T09:00", "2026-06-08T10:00", 1);

        assertThat(check(plan("无", true, true, true, null, null, slot)))
                .containsExactly(new FieldProblem("workingTime", "activity-working-is-duty"));
        assertThat(check(plan("无", false, true, true, null, null, slot))).isEmpty();
    }

    @Test
    void slotsHaveALengthAndDoNotOverlap() {
        assertThat(check(plan("无", false, false, true, null, null, slot("2026-06-06T09:00", "2026-06-06T09:00", null))))
                .containsExactly(new FieldProblem("slots.0.endsAt", "activity-slot-length"));
        assertThat(check(plan("无", false, false, true, null, null, slot("2026-06-06T09:00", "2026-06-06T21:01", null))))
                .containsExactly(new FieldProblem("slots.0.endsAt", "activity-slot-length"));
        assertThat(check(plan("无", false, false, true, null, null, slot("2026-06-06T09:00", "2026-06-06T11:00", 0),
                slot("2026-06-06T10:59", "2026-06-06T12:00", null)))).containsExactlyInAnyOrder(
                        new FieldProblem("slots.0.capacity", "out-of-range"),
                        new FieldProblem("slots.1.startsAt", "activity-slots-overlap"));
    }

    @Test
    void aSeriesEndsWithinTheYear() {
        SlotPlan slot = slot("2026-06-06T09:00", "2026-06-06T10:00", null);

        assertThat(check(plan("无", false, false, true, Repeat.WEEKLY, 53, slot))).isEmpty();
        assertThat(check(plan("无", false, false, true, Repeat.WEEKLY, 54, slot)))
                .containsExactly(new FieldProblem("times", "out-of-range"));
        assertThat(check(plan("无", false, false, true, Repeat.MONTHLY, 20, slot)))
                .containsExactly(new FieldProblem("times", "activity-too-far"));
        assertThat(check(plan("无", false, false, true, Repeat.MONTHLY, null, slot)))
                .containsExactly(new FieldProblem("times", "required"));
    }

    private static List<FieldProblem> check(ActivityPlan plan) {
        return PlanCheck.of(plan, TODAY);
    }

    private static ActivityPlan plan(String risk, boolean voluntary, boolean working, boolean service, Repeat repeat,
            Integer times, SlotPlan... slots) {
        return new ActivityPlan("c", null, null, "名称", "内容", "地点", null, risk, null, voluntary, working, service, null,
                null, List.of(slots), repeat, times);
    }

    private static SlotPlan slot(String from, String to, Integer capacity) {
        return new SlotPlan(LocalDateTime.parse(from), LocalDateTime.parse(to), capacity);
    }
}
