package org.shuangbaodao.web;

import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import org.shuangbaodao.kernel.FieldProblem;

/** Broken constraints in the words of forms and API: the field as the client named it, and the key of a reason. */
final class Violations {

    private Violations() {
    }

    static List<FieldProblem> fields(ConstraintViolationException thrown) {
        return thrown.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(field(violation.getPropertyPath()), reason(violation))).distinct()
                .sorted((a, b) -> a.field().compareTo(b.field())).toList();
    }

    /** What we return broke a constraint, not what we were sent. */
    static boolean isOurFault(ConstraintViolationException thrown) {
        for (ConstraintViolation<?> violation : thrown.getConstraintViolations()) {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
        }
        return false;
    }

    // method.parameter.property[1].leaf → property.1.leaf; a plain parameter keeps its own name.
    private static String field(Path path) {
        StringBuilder properties = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(properties, node.getIndex());
                append(properties, node.getKind() == ElementKind.PROPERTY ? node.getName() : null);
            }
        }
        return properties.isEmpty() ? parameter : properties.toString();
    }

    private static void append(StringBuilder path, Object step) {
        if (step != null) {
            path.append(path.isEmpty() ? "" : ".").append(step);
        }
    }

    /** A message that is not one of the standard keys in braces is itself the reason. */
    private static String reason(ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        if (!template.startsWith("{")) {
            return template;
        }
        return switch (violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size", "Length" -> isTooLong(violation) ? "too-long" : "too-short";
            case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero", "Negative", "NegativeOrZero",
                    "Range" ->
                "out-of-range";
            case "Past", "PastOrPresent" -> "future-date";
            case "Future", "FutureOrPresent" -> "past-date";
            case "AssertTrue" -> "not-accepted";
            case "Digits" -> "not-a-number";
            default -> "malformed";
        };
    }

    private static boolean isTooLong(ConstraintViolation<?> violation) {
        Object least = violation.getConstraintDescriptor().getAttributes().get("min");
        return !(violation.getInvalidValue() instanceof CharSequence text && least instanceof Integer min
                && text.length() < min);
    }
}
