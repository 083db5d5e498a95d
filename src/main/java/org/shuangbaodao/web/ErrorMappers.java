package org.shuangbaodao.web;

import java.util.List;
import java.util.function.Supplier;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Everything that goes wrong in an endpoint, or on the way to one, ends here. */
class ErrorMappers {

    // The problem extension claims the framework's exceptions at 999; smaller goes first.
    private static final int BEFORE_THE_EXTENSION = 500;
    private static final List<String> KEPT = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER);

    private final ErrorAnswers answers;

    ErrorMappers(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper(value = { Exception.class, Problem.class, UnauthorizedException.class, ForbiddenException.class,
            AuthenticationFailedException.class, AuthenticationCompletionException.class, ValidationException.class,
            ConstraintViolationException.class, JsonProcessingException.class, UnrecognizedPropertyException.class,
            InvalidFormatException.class, StackOverflowError.class }, priority = BEFORE_THE_EXTENSION)
    Uni<Response> thrown(Throwable thrown, RoutingContext context) {
        return respond(Failures.of(thrown, name(context)), context, null);
    }

    @ServerExceptionMapper(value = { WebApplicationException.class, NotFoundException.class,
            jakarta.ws.rs.ForbiddenException.class }, priority = BEFORE_THE_EXTENSION)
    Uni<Response> refused(WebApplicationException thrown, RoutingContext context) {
        Response given = thrown.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return Uni.createFrom().item(given);
        }
        return respond(Failures.of(thrown, name(context)), context, given);
    }

    /** Answers that say only a status, such as those of the CSRF filter, get their page too. */
    @ServerResponseFilter
    Uni<Void> fillEmpty(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (response.getStatus() < 400 || response.hasEntity() || request.getMethod().equals("HEAD")) {
            return Uni.createFrom().voidItem();
        }
        boolean form = response.getStatus() == 400 && !Queries.isApi(context.request().path())
                && !request.getMethod().equals("GET");
        Problem problem = new Problem(form ? WebProblem.FORM_EXPIRED : Failures.typeOf(response.getStatus()));
        return onWorker(context, () -> answers.answer(problem, context)).invoke(answer -> {
            response.setStatus(answer.status());
            answer.headers().forEach(response.getHeaders()::putSingle);
            response.setEntity(answer.body(), null, MediaType.valueOf(answer.contentType()));
        }).replaceWithVoid();
    }

    private Uni<Response> respond(Problem problem, RoutingContext context, Response given) {
        return onWorker(context, () -> answers.answer(problem, context)).map(answer -> {
            Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body())
                    .type(answer.contentType());
            answer.headers().forEach(response::header);
            if (given != null) {
                KEPT.stream().filter(given.getHeaders()::containsKey)
                        .forEach(header -> response.header(header, given.getHeaderString(header)));
            }
            return response.build();
        });
    }

    private static <T> Uni<T> onWorker(RoutingContext context, Supplier<T> work) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            return Uni.createFrom().item(work);
        }
        return Uni.createFrom().completionStage(
                () -> Vertx.currentContext().executeBlocking(work::get, false).toCompletionStage());
    }

    private static String name(RoutingContext context) {
        return context.request().method() + " " + context.request().path();
    }
}
