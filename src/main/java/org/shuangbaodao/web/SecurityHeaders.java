package org.shuangbaodao.web;

import java.util.Map;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What browsers are told about every answer, errors and files included. */
class SecurityHeaders {

    private static final CharSequence POLICY = HttpHeaders.createOptimized(String.join("; ", "default-src 'self'",
            "script-src 'self'", "style-src 'self'",
            "img-src 'self' data:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"));
    private static final Map<CharSequence, CharSequence> ALWAYS = Map.of(optimized("X-Content-Type-Options"),
            optimized("nosniff"), optimized("Referrer-Policy"), optimized("same-origin"), optimized("Permissions-Policy"),
            optimized("camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
            optimized("Cross-Origin-Opener-Policy"), optimized("same-origin"));
    private static final CharSequence CONTENT_SECURITY_POLICY = optimized("Content-Security-Policy");

    // Encoded once, not for each answer.
    private static CharSequence optimized(String text) {
        return HttpHeaders.createOptimized(text);
    }

    void install(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, Doors.HEADERS);
    }

    private static void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        ALWAYS.forEach(headers::set);
        // Below /q there are no pages of ours, but in development those of the framework, which write styles into their markup.
        if (!context.request().path().startsWith("/q/")) {
            headers.set(CONTENT_SECURITY_POLICY, POLICY);
        }
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }
}
