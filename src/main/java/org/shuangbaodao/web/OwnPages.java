package org.shuangbaodao.web;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.event.Observes;

import org.shuangbaodao.kernel.Problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Requests that change something have to come from a page of ours, or from a program that names itself by a token. The CSRF
 * token of the forms stands behind this; both would have to fail.
 */
class OwnPages {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    // An address typed by hand (none), or a page of the same origin.
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final ErrorRoutes errors;

    OwnPages(ErrorRoutes errors) {
        this.errors = errors;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, Doors.ORIGIN);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (SAFE.contains(request.method().name()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            context.next();
        } else if (isForeign(request)) {
            errors.answer(new Problem(WebProblem.FOREIGN_ORIGIN), context);
        } else if (!Queries.isApi(request.path()) && !isForm(request)) {
            // The token is looked for in forms only, so nothing else may reach a page.
            errors.answer(new Problem(WebProblem.UNSUPPORTED_TYPE), context);
        } else {
            context.next();
        }
    }

    private static boolean isForeign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(String.valueOf(request.authority()));
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");
    }
}
