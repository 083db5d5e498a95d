package org.shuangbaodao.web;

import jakarta.enterprise.event.Observes;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The same answers where no endpoint is concerned: unknown addresses, bodies that are too large, refusals of the filters. */
class ErrorRoutes {

    // After every route that could know the address, before the framework's own last word.
    private static final int LAST = 1_000_000;

    private final ErrorAnswers answers;
    private final CurrentVertxRequest current;
    private final CurrentIdentityAssociation identity;

    ErrorRoutes(ErrorAnswers answers, CurrentVertxRequest current, CurrentIdentityAssociation identity) {
        this.answers = answers;
        this.current = current;
        this.identity = identity;
    }

    void install(@Observes Router router) {
        router.route().order(LAST).handler(context -> answer(new Problem(CommonProblem.NOT_FOUND), context))
                .failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        String request = context.request().method() + " " + context.request().path();
        boolean thrown = context.failure() != null && context.statusCode() >= 500;
        answer(thrown ? Failures.of(context.failure(), request) : new Problem(Failures.typeOf(context.statusCode())), context);
    }

    /** Ends the request. */
    void answer(Problem problem, RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        context.vertx().executeBlocking(() -> inRequest(problem, context), false)
                .onSuccess(answer -> send(answer, context)).onFailure(failure -> {
                    Failures.of(failure, "The error page of " + context.request().path());
                    context.response().setStatusCode(500).end();
                });
    }

    static void send(ErrorAnswers.Answer answer, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(answer.status()).putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        answer.headers().forEach(response::putHeader);
        response.end(answer.body());
    }

    private ErrorAnswers.Answer inRequest(Problem problem, RoutingContext context) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            current.setCurrent(context);
            identity.setIdentity(QuarkusHttpUser.getSecurityIdentity(context, null));
            return answers.answer(problem, context);
        } finally {
            request.terminate();
        }
    }
}
