package org.shuangbaodao.web;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The language of the reader behind the present request; outside a request the product's first one. */
@ApplicationScoped
public class CurrentLocale {

    static final String COOKIE = "lang";

    private final CurrentVertxRequest request;

    CurrentLocale(CurrentVertxRequest request) {
        this.request = request;
    }

    public Locale get() {
        if (!Arc.container().requestContext().isActive()) {
            return Languages.SIMPLIFIED;
        }
        RoutingContext context = request.getCurrent();
        return context == null ? Languages.SIMPLIFIED : of(context);
    }

    /** As in the {@code lang} attribute: {@code zh-CN}, {@code zh-TW} or {@code en}. */
    public String tag() {
        return get().toLanguageTag();
    }

    static Locale of(RoutingContext context) {
        Cookie chosen = context.request().getCookie(COOKIE);
        return Languages.choose(chosen == null ? null : chosen.getValue(),
                context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
