package org.shuangbaodao.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Metrics are for whoever knows {@code APP_METRICS_TOKEN}; without that setting, for this machine only. A request that a proxy
 * passed on comes from elsewhere, even if the proxy stands on this machine.
 */
@ApplicationScoped
class MetricsDoor {

    // Behind the guard that refuses addresses written in two ways, before any route.
    private static final int PRIORITY = 9_900;
    private static final String METRICS = "/q/metrics";

    private final Optional<String> token;

    MetricsDoor(@ConfigProperty(name = "app.metrics.token") Optional<String> token) {
        this.token = token.filter(given -> !given.isBlank());
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.equals(METRICS) && !path.startsWith(METRICS + "/") || mayRead(context.request())) {
            context.next();
            return;
        }
        if (token.isPresent()) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        context.response().setStatusCode(token.isPresent() ? 401 : 403).end();
    }

    private boolean mayRead(HttpServerRequest request) {
        if (token.isEmpty()) {
            return isLocal(request);
        }
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLocal(HttpServerRequest request) {
        if (request.headers().contains("Forwarded") || request.headers().contains("X-Forwarded-For")) {
            return false;
        }
        try {
            // An address of figures: nobody is asked for a name.
            return InetAddress.getByName(request.remoteAddress().hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException | RuntimeException e) {
            return false;
        }
    }
}
