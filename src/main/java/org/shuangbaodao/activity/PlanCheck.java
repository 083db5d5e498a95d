package org.shuangbaodao.activity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.shuangbaodao.activity.ActivityPlan.SlotPlan;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Names;

/** What is wrong with a plan by itself, field by field. Pure. */
final class PlanCheck {

    static final int MOST_DAYS = 53;
    private static final int LARGEST_CAPACITY = 5000;
    private static final int LONGEST_HOURS = 12;

    private final List<FieldProblem> problems = new ArrayList<>();
    private final ActivityPlan plan;
    private final LocalDate today;

    private PlanCheck(ActivityPlan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    static List<FieldProblem> of(ActivityPlan plan, LocalDate today) {
        PlanCheck check = new PlanCheck(plan, today);
        check.texts();
        check.slots();
        check.series();
        return check.problems;
    }

    private void texts() {
        required("name", plan.name());
        required("content", plan.content());
        required("place", plan.place());
        required("riskNote", plan.riskNote());
        if (plan.isVoluntary() && plan.isInWorkingTime()) {
            add("workingTime", "activity-working-is-duty");
        }
        if (!Boolean.TRUE.equals(plan.service())) {
            add("service", "not-accepted");
        }
    }

    private void slots() {
        if (plan.slots().isEmpty()) {
            add("slots.0.startsAt", "required");
        }
        for (int i = 0; i < plan.slots().size(); i++) {
            slot("slots." + i + ".", plan.slots().get(i), plan.slots().subList(0, i));
        }
    }

    private void slot(String prefix, SlotPlan slot, List<SlotPlan> before) {
        LocalDateTime start = slot.startsAt();
        LocalDateTime end = slot.endsAt();
        if (isNotAMinute(start) || isNotAMinute(end)) {
            add(prefix + "startsAt", "not-a-time");
        } else if (!end.isAfter(start) || start.plusHours(LONGEST_HOURS).isBefore(end)) {
            add(prefix + "endsAt", "activity-slot-length");
        } else if (start.toLocalDate().isAfter(today.plusYears(1)) || start.toLocalDate().isBefore(today.minusYears(1))) {
            add(prefix + "startsAt", "out-of-range");
        } else if (before.stream().anyMatch(other -> other.startsAt().isBefore(end) && other.endsAt().isAfter(start))) {
            add(prefix + "startsAt", "activity-slots-overlap");
        }
        if (slot.capacity() != null && (slot.capacity() < 1 || slot.capacity() > LARGEST_CAPACITY)) {
            add(prefix + "capacity", "out-of-range");
        }
    }

    // A year ahead is as far as anybody can promise.
    private void series() {
        if (plan.days() == 1 && (plan.repeat() == null || plan.repeat() == Repeat.NEVER)) {
            return;
        }
        if (plan.days() < 2 || plan.days() > MOST_DAYS) {
            add("times", plan.times() == null ? "required" : "out-of-range");
        } else if (!plan.slots().isEmpty()) {
            LocalDate first = plan.slots().get(0).startsAt().toLocalDate();
            List<LocalDate> days = SeriesDates.of(first, plan.repeat(), plan.days());
            if (days.get(days.size() - 1).isAfter(today.plusYears(1).plusMonths(1))) {
                add("times", "activity-too-far");
            }
        }
    }

    private static boolean isNotAMinute(LocalDateTime time) {
        return time.getSecond() != 0 || time.getNano() != 0;
    }

    private void required(String field, String text) {
        if (Names.tidy(text).isEmpty()) {
            add(field, "required");
        }
    }

    private void add(String field, String reason) {
        problems.add(new FieldProblem(field, reason));
    }
}
