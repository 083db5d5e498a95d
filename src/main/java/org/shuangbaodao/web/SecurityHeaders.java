package org.shuangbaodao.web;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What browsers are told about every answer, errors and files included. */
class SecurityHeaders {

    private static final String POLICY = String.join("; ", "default-src 'self'", "script-src 'self'", "style-src 'self'",
            "img-src 'self' data:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");
    private static final String NOTHING = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    void install(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, Doors.HEADERS);
    }

    private static void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", NOTHING);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        // Below /q there are no pages of ours, but in development those of the framework, which write styles into their markup.
        if (!context.request().path().startsWith("/q/")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }
}
