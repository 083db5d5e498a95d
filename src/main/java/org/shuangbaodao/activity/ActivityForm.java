package org.shuangbaodao.activity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.shuangbaodao.activity.ActivityPlan.SlotPlan;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Form;

/** A plan as a form: texts, and a few rows of day, from, to and how many. */
final class ActivityForm {

    private static final int ROWS = 4;

    private final Form form;
    /** The row each slot of the plan was read from. */
    private final List<Integer> rows = new ArrayList<>();

    ActivityForm(Form form) {
        this.form = form;
    }

    /** The names of one row's fields. */
    record SlotRow(String day, String from, String to, String capacity, boolean first) {

        static SlotRow of(int row) {
            return new SlotRow("day" + row, "from" + row, "to" + row, "capacity" + row, row == 1);
        }
    }

    static List<SlotRow> slotRows() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(SlotRow::of).toList();
    }

    static Form of(ActivityFacts activity, String leadNumber) {
        Form form = Form.blank().with("name", activity.name()).with("content", activity.content())
                .with("place", activity.place()).with("conditions", activity.conditions())
                .with("riskNote", activity.riskNote()).with("skills", activity.skills()).with("leadNumber", leadNumber)
                .with("voluntary", activity.voluntary() ? "yes" : null)
                .with("workingTime", activity.workingTime() ? "yes" : null).with("service", "yes")
                .with("postId", activity.postId() == null ? null : Ids.text(activity.postId()))
                .with("lateReason", activity.lateReason()).with("version", activity.version());
        for (int i = 0; i < Math.min(ROWS, activity.slots().size()); i++) {
            ActivityFacts.Slot slot = activity.slots().get(i);
            SlotRow row = SlotRow.of(i + 1);
            form.with(row.day, slot.startsAt().toLocalDate()).with(row.from, slot.startsAt().toLocalTime())
                    .with(row.to, slot.endsAt().toLocalTime()).with(row.capacity, slot.capacity());
        }
        return form;
    }

    /** The plan as typed; what cannot be read is noted in the form. */
    ActivityPlan read() {
        List<SlotPlan> slots = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            SlotRow names = SlotRow.of(row);
            if (names.first || !form.value(names.from).isEmpty() || !form.value(names.to).isEmpty()) {
                SlotPlan slot = slot(names);
                if (slot != null) {
                    slots.add(slot);
                    rows.add(row);
                }
            }
        }
        return new ActivityPlan(form.value("organizerCode"), form.value("communityCode"), form.value("leadNumber"),
                text("name", 80), text("content", 500), text("place", 200), text("conditions", 500), text("riskNote", 500),
                text("skills", 200), form.is("voluntary", "yes"), form.is("workingTime", "yes"), form.is("service", "yes"),
                form.value("postId"), text("lateReason", 300), slots, repeat(), form.number("times"));
    }

    private String text(String field, int most) {
        if (form.value(field).length() > most) {
            form.reject(field, "too-long");
        }
        return form.value(field);
    }

    private Repeat repeat() {
        try {
            return form.value("repeat").isEmpty() ? Repeat.NEVER : Repeat.valueOf(form.value("repeat"));
        } catch (IllegalArgumentException e) {
            form.reject("repeat", "unknown");
            return Repeat.NEVER;
        }
    }

    // A further row without a day is on the day of the first.
    private SlotPlan slot(SlotRow names) {
        LocalDate day = names.first || !form.value(names.day).isEmpty() ? form.date(names.day) : form.date("day1");
        LocalTime from = time(names.from);
        LocalTime to = time(names.to);
        Integer capacity = form.number(names.capacity);
        if (day == null || from == null || to == null) {
            return null;
        }
        LocalDateTime start = day.atTime(from);
        LocalDateTime end = day.atTime(to);
        return new SlotPlan(start, end.isAfter(start) ? end : end.plusDays(1), capacity);
    }

    private LocalTime time(String field) {
        String typed = form.value(field);
        try {
            return typed.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            form.reject(field, typed.isEmpty() ? "required" : "not-a-time");
            return null;
        }
    }

    /** A refusal from below, beside the field of the row it belongs to. */
    void reject(Problem refusal) {
        if (refusal.extensions().get("errors") instanceof List<?> errors) {
            errors.forEach(error -> {
                if (error instanceof FieldProblem field) {
                    form.reject(fieldOf(field.field()), field.reason());
                }
            });
        } else {
            form.reject(refusal);
        }
    }

    private String fieldOf(String path) {
        String[] parts = path.split("\\.");
        if (parts.length != 3 || !parts[1].matches("\\d")) {
            return path;
        }
        int slot = Integer.parseInt(parts[1]);
        SlotRow row = SlotRow.of(slot < rows.size() ? rows.get(slot) : 1);
        return switch (parts[2]) {
            case "endsAt" -> row.to;
            case "capacity" -> row.capacity;
            default -> row.from;
        };
    }
}
