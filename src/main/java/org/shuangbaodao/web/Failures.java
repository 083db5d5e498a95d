package org.shuangbaodao.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;

import org.shuangbaodao.kernel.Causes;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.DatabaseFault;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.ProblemType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger.Level;

/** Whatever was thrown, as a refusal with a name. */
final class Failures {

    static final String ERROR_ID = "errorId";

    private Failures() {
    }

    /** @param request method and path, for the log */
    static Problem of(Throwable thrown, String request) {
        List<Throwable> causes = Causes.of(thrown);
        Optional<Problem> refusal = causes.stream().filter(Problem.class::isInstance).map(Problem.class::cast).findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<DatabaseFault> fault = DatabaseFault.of(thrown);
        if (fault.isPresent()) {
            // That it is away is reported once, by whoever watches it, and not with every request.
            Log.logf(fault.get() == DatabaseFault.AWAY ? Level.DEBUG : Level.WARN,
                    "%s could not be served, fault of the database: %s, %s", request, fault.get(),
                    causes.get(causes.size() - 1).getMessage());
            return new Problem(fault.get() == DatabaseFault.COMMIT_LOST ? CommonProblem.OUTCOME_UNKNOWN
                    : CommonProblem.UNAVAILABLE);
        }
        for (Throwable cause : causes) {
            Problem problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        String id = Ids.text(Ids.next());
        Log.errorf(thrown, "%s failed, error %s", request, id);
        return new Problem(WebProblem.INTERNAL).with(ERROR_ID, id);
    }

    private static Problem known(Throwable cause) {
        if (cause instanceof StreamReadException || cause instanceof MismatchedInputException) {
            return unreadable((JsonProcessingException) cause);
        }
        if (cause instanceof ConstraintViolationException violations) {
            return Violations.isOurFault(violations) ? null
                    : new Problem(CommonProblem.INVALID).with("errors", Violations.fields(violations));
        }
        if (cause instanceof UnauthorizedException || cause instanceof AuthenticationException) {
            return new Problem(WebProblem.LOGIN_REQUIRED);
        }
        if (cause instanceof ForbiddenException) {
            return new Problem(CommonProblem.FORBIDDEN);
        }
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return new Problem(CommonProblem.CONFLICT);
        }
        if (isUnreadableForm(cause)) {
            return new Problem(WebProblem.MALFORMED);
        }
        if (cause instanceof FaultToleranceException) {
            return new Problem(CommonProblem.UNAVAILABLE);
        }
        if (cause instanceof WebApplicationException framework && framework.getResponse().getStatus() < 500
                && !(framework.getCause() instanceof JsonProcessingException)) {
            return new Problem(typeOf(framework.getResponse().getStatus()));
        }
        return null;
    }

    static ProblemType typeOf(int status) {
        return switch (status) {
            case 400 -> WebProblem.MALFORMED;
            case 401 -> WebProblem.LOGIN_REQUIRED;
            case 403 -> CommonProblem.FORBIDDEN;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> WebProblem.METHOD_NOT_ALLOWED;
            case 406 -> WebProblem.NOT_ACCEPTABLE;
            case 409, 412 -> CommonProblem.CONFLICT;
            case 413 -> WebProblem.TOO_LARGE;
            case 415 -> WebProblem.UNSUPPORTED_TYPE;
            case 422 -> CommonProblem.INVALID;
            case 429 -> WebProblem.TOO_MANY;
            case 503 -> CommonProblem.UNAVAILABLE;
            default -> status < 500 ? WebProblem.REFUSED : WebProblem.INTERNAL;
        };
    }

    // The framework's form parsers throw plain exceptions; where they come from is all that tells them from faults of ours.
    private static boolean isUnreadableForm(Throwable cause) {
        boolean syntax = cause instanceof IllegalArgumentException
                || (cause instanceof IOException && String.valueOf(cause.getMessage()).startsWith("Connection terminated"));
        return syntax && Arrays.stream(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.jboss.resteasy.reactive.server.core.multipart."));
    }

    private static Problem unreadable(JsonProcessingException json) {
        Problem problem = new Problem(WebProblem.JSON);
        if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("."));
            problem.with("errors", List.of(new FieldProblem(field, "malformed")));
        }
        return problem;
    }
}
