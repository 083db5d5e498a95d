package org.shuangbaodao.web;

import jakarta.enterprise.event.Observes;

import org.shuangbaodao.kernel.Problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells people that their file is too large, where the server by itself would only hang up. */
class BodyLimit {

    private final long limit;
    private final ErrorRoutes errors;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ErrorRoutes errors) {
        this.limit = limit.asLongValue();
        this.errors = errors;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, Doors.BODY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isTooLarge(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            context.next();
            return;
        }
        // Browsers read the answer only after they have sent everything; what they send is dropped as it comes.
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        request.handler(dropped -> {
        }).endHandler(sent -> errors.answer(new Problem(WebProblem.TOO_LARGE), context)).resume();
    }

    private boolean isTooLarge(String length) {
        return length != null && (length.length() > 18 || (length.matches("\\d+") && Long.parseLong(length) > limit));
    }
}
