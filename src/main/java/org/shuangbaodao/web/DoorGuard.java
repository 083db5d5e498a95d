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
    // Encoded: control characters, % followed by what would decode once more into a separator, . / ; \ and DEL.
    private static final Pattern TWO_FACED = Pattern.compile("%([01][0-9a-f]|2e|2f|3b|5c|7f)|/\\.\\.?(/|$)",
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
