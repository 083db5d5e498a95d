package org.shuangbaodao.web;

import jakarta.enterprise.event.Observes;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Every template speaks the reader's language. Qute alone compares Accept-Language by whole tags, so that {@code zh} or
 * {@code zh-HK} would get the default.
 */
class LocaleChooser {

    /** On any page: remembers the language and comes back to the same address without it. */
    static final String PARAMETER = "lang";

    private static final long ONE_YEAR = 365L * 24 * 60 * 60;

    void initializeTemplates(@Observes EngineBuilder builder, CurrentLocale locale) {
        builder.addTemplateInstanceInitializer(instance -> {
            if (instance.getAttribute(TemplateInstance.LOCALE) == null) {
                instance.setLocale(locale.get());
            }
        });
    }

    void rememberChoice(@Observes Filters filters) {
        filters.register(LocaleChooser::rememberChoice, Doors.LANGUAGE);
    }

    // A plain link, so that it works in a page cached for everybody; the worst a stranger's link can do is another language.
    private static void rememberChoice(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.GET || Queries.isApi(request.path())) {
            context.next();
            return;
        }
        String query = request.query();
        Languages.spoken(Queries.value(query, PARAMETER)).ifPresentOrElse(locale -> {
            context.response().addCookie(Cookie.cookie(CurrentLocale.COOKIE, locale.toLanguageTag()).setPath("/")
                    .setMaxAge(ONE_YEAR).setHttpOnly(true).setSecure(request.isSSL()).setSameSite(CookieSameSite.LAX));
            context.response().setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, Queries.without(request.path(), query, PARAMETER)).end();
        }, context::next);
    }
}
