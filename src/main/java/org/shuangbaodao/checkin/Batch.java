package org.shuangbaodao.checkin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;

/** Many decisions at once: each stands or falls by itself, in a transaction of its own, and each says how it went. */
@ApplicationScoped
class Batch {

    static final int LARGEST = 200;

    private final Reception reception;
    private final UnitRegistrations unitRegistrations;

    Batch(Reception reception, UnitRegistrations unitRegistrations) {
        this.reception = reception;
        this.unitRegistrations = unitRegistrations;
    }

    /**
     * How one row went.
     *
     * @param checkIn null when it was not done
     * @param problem null when it was done
     */
    record Row(String key, CheckIn checkIn, Problem problem) {

        boolean isDone() {
            return problem == null;
        }
    }

    /** @param choices ids, each with {@code .version} behind it when the version that was looked at counts */
    List<Row> accept(Collection<String> choices, long actorId) {
        return each(choices, choice -> {
            String[] parts = choice.split("\\.", 2);
            return reception.accept(id(parts[0]), parts.length > 1 ? version(parts[1]) : null, actorId);
        });
    }

    /** @param memberIds as text */
    List<Row> registerMembers(Collection<String> memberIds, long unitId, CheckInRequest request, long actorId) {
        return each(memberIds, memberId -> unitRegistrations.registerFor(id(memberId), unitId, request, actorId));
    }

    private static List<Row> each(Collection<String> choices, Function<String, CheckIn> step) {
        if (choices.isEmpty() || choices.size() > LARGEST) {
            throw Submission.invalid("ids", choices.isEmpty() ? "required" : "out-of-range");
        }
        List<Row> rows = new ArrayList<>();
        for (String choice : choices) {
            try {
                rows.add(new Row(choice, step.apply(choice), null));
            } catch (Problem problem) {
                rows.add(new Row(choice, null, problem));
            }
        }
        return rows;
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static Integer version(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }
}
