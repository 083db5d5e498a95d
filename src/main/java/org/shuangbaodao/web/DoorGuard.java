package org.shuangbaodao.web;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import org.shuangbaodao.kernel.Problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses addresses that the layers behind might read differently from each other: path parameters, encoded or doubled
 * separators, dot segments, control characters. What two layers read alike cannot slip past the one that guards.
 */
class DoorGuard {

    // RFC 3986 path characters without the semicolon, each segment not empty (the last may be), escapes complete.
    private static final Pattern PLAIN = Pattern
            .compile("/|(/([A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+)+/?");
    // Encoded: control characters, separators, and what needs no encoding at all (RFC 3986 2.3): no honest client encodes a
    // letter, and whoever compares paths before decoding would take /%61pi for something else than /api.
    private static final Pattern TWO_FACED = Pattern.compile(
            "%([01][0-9a-f]|2d|2e|2f|3[0-9]|3b|4[1-9a-f]|5[0-9a]|5c|5f|6[1-9a-f]|7[0-9a]|7e|7f)|/\\.\\.?(/|$)",
            Pattern.CASE_INSENSITIVE);

    private final ErrorAnswers answers;

    DoorGuard(ErrorAnswers answers) {
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::guard, Doors.GUARD);
    }

    private void guard(RoutingContext context) {
        if (isPlain(context.request().uri())) {
            context.next();
            return;
        }
        ErrorRoutes.send(answers.plain(new Problem(WebProblem.MALFORMED), context), context);
    }

    /** @param uri as it came over the wire, with its query */
    static boolean isPlain(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return PLAIN.matcher(path).matches() && !TWO_FACED.matcher(path).find();
    }
}
