package org.shuangbaodao.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;

import org.shuangbaodao.web.Appearance.Text;
import org.shuangbaodao.web.Appearance.Theme;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Language, colours and size of text, chosen on any page by a link to itself: {@code ?lang=en}, {@code ?theme=dark},
 * {@code ?text=large}. The browser remembers it, and comes back to the same address without the choice.
 */
public class ReaderChoices {

    private static final long ONE_YEAR = 365L * 24 * 60 * 60;

    void install(@Observes Filters filters) {
        filters.register(ReaderChoices::remember, Doors.CHOICES);
    }

    // Plain links, so that they work in a page kept for everybody; the worst a stranger's link can do is another look.
    private static void remember(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.GET || request.query() == null || Queries.isApi(request.path())) {
            context.next();
            return;
        }
        Map<String, String> chosen = chosen(request.query());
        if (chosen.isEmpty()) {
            context.next();
            return;
        }
        String query = request.query();
        for (String name : chosen.keySet()) {
            String rest = Queries.without("", query, name);
            query = rest.isEmpty() ? null : rest.substring(1);
        }
        chosen.forEach((name, value) -> context.response().addCookie(cookie(name, value, request.isSSL())));
        context.response().setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, request.path() + (query == null ? "" : "?" + query)).end();
    }

    private static Map<String, String> chosen(String query) {
        Map<String, String> chosen = new LinkedHashMap<>();
        Languages.spoken(Queries.value(query, CurrentLocale.COOKIE))
                .ifPresent(locale -> chosen.put(CurrentLocale.COOKIE, locale.toLanguageTag()));
        look(Theme.values(), query, Appearance.THEME).ifPresent(theme -> chosen.put(Appearance.THEME, theme));
        look(Text.values(), query, Appearance.TEXT).ifPresent(text -> chosen.put(Appearance.TEXT, text));
        return chosen;
    }

    private static <T extends Appearance.Choice> Optional<String> look(T[] offered, String query, String name) {
        return Appearance.find(offered, Queries.value(query, name)).map(Appearance.Choice::value);
    }

    private static Cookie cookie(String name, String value, boolean secure) {
        return Cookie.cookie(name, value).setPath("/").setMaxAge(ONE_YEAR).setHttpOnly(true).setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }

    /** What somebody wants on every device of his: sets the browser at hand to it. Null leaves a choice as it is there. */
    public static void set(HttpServerRequest request, String language, String theme, String text) {
        set(request, CurrentLocale.COOKIE, language);
        set(request, Appearance.THEME, theme);
        set(request, Appearance.TEXT, text);
    }

    private static void set(HttpServerRequest request, String name, String value) {
        if (value != null) {
            request.response().addCookie(cookie(name, value, request.isSSL()));
        }
    }
}
