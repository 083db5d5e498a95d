package org.shuangbaodao.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/**
 * What a reader typed, and what was wrong with it. A rejected form is drawn again with every value kept and each reason beside
 * its field.
 */
@TemplateData
public final class Form {

    private final Map<String, List<String>> values = new HashMap<>();
    // In the order found: the summary above the form lists them as the fields follow each other.
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private Problem problem;

    private Form() {
    }

    public static Form blank() {
        return new Form();
    }

    public static Form of(MultivaluedMap<String, String> posted) {
        Form form = new Form();
        posted.forEach((name, given) -> form.values.put(name, List.copyOf(given)));
        return form;
    }

    /** Fills a field in advance; null leaves it empty. */
    public Form with(String field, Object value) {
        values.put(field, value == null ? List.of() : List.of(value.toString()));
        return this;
    }

    /** The value as typed, without blanks at its ends; empty when the field did not come. */
    public String value(String field) {
        List<String> given = values(field);
        return given.isEmpty() ? "" : given.get(0).strip();
    }

    /** A required day such as 2026-03-05; null after refusing the field. */
    public LocalDate date(String field) {
        try {
            return LocalDate.parse(value(field));
        } catch (DateTimeParseException e) {
            reject(field, value(field).isEmpty() ? "required" : "not-a-date");
            return null;
        }
    }

    /** A whole number from 0 to 999999; null when left empty, or after refusing the field. */
    public Integer number(String field) {
        if (value(field).isEmpty()) {
            return null;
        }
        if (!value(field).matches("\\d{1,6}")) {
            reject(field, "not-a-number");
            return null;
        }
        return Integer.valueOf(value(field));
    }

    /** A required text of at most {@code most} characters, refused otherwise. */
    public String text(String field, int most) {
        if (value(field).isEmpty()) {
            reject(field, "required");
        } else if (value(field).length() > most) {
            reject(field, "too-long");
        }
        return value(field);
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether this choice is among those made in the field. */
    public boolean is(String field, Object choice) {
        return values(field).contains(choice.toString());
    }

    /** @param reason key of a text {@code reason/<key>} in the problem messages */
    public Form reject(String field, String reason) {
        reasons.putIfAbsent(field, reason);
        return this;
    }

    /** A refusal from below: with its field problems where it names fields, else as a whole above the form. */
    public Form reject(Problem refusal) {
        List<FieldProblem> fields = fieldsOf(refusal);
        fields.forEach(field -> reject(field.field(), field.reason()));
        if (fields.isEmpty()) {
            problem = refusal;
        }
        return this;
    }

    static List<FieldProblem> fieldsOf(Problem refusal) {
        List<FieldProblem> fields = new ArrayList<>();
        if (refusal.extensions().get("errors") instanceof List<?> errors) {
            errors.forEach(error -> {
                if (error instanceof FieldProblem field) {
                    fields.add(field);
                }
            });
        }
        return fields;
    }

    public boolean isRejected() {
        return problem != null || !reasons.isEmpty();
    }

    /** Why the field was refused, null when it was not. */
    public String reason(String field) {
        return reasons.get(field);
    }

    public List<FieldProblem> problems() {
        return reasons.entrySet().stream().map(reason -> new FieldProblem(reason.getKey(), reason.getValue())).toList();
    }

    /** The refusal of the form as a whole, null when there is none. */
    public Problem problem() {
        return problem;
    }

    /** The page drawn again, with the status of the refusal. */
    public Response answer(TemplateInstance page) {
        return Response.status(problem == null ? 422 : problem.type().status()).entity(page).build();
    }
}
