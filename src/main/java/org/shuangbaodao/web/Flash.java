package org.shuangbaodao.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.logging.Log;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * A notice for the next page, shown once. It travels in a cookie as the key of a message ({@code bundle:key}), never as text:
 * whoever plants a cookie can at most choose among our own sentences.
 */
@Named
@TemplateData
@RequestScoped
public class Flash {

    static final String COOKIE = "flash";
    private static final long ONE_MINUTE = 60;
    private static final Pattern VALUE = Pattern.compile("(good|wait)\\.([a-z]{1,30})\\.([a-z0-9_]{1,60})");

    private final CurrentVertxRequest request;
    private final Engine engine;

    Flash(CurrentVertxRequest request, Engine engine) {
        this.request = request;
        this.engine = engine;
    }

    /** @param message {@code bundle:key} of a message without parameters */
    public void success(String message) {
        say("good", message);
    }

    public void warning(String message) {
        say("wait", message);
    }

    private void say(String tone, String message) {
        String value = tone + "." + message.replace(':', '.');
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a message key: " + message);
        }
        request.getCurrent().response().addCookie(cookie(value).setMaxAge(ONE_MINUTE));
    }

    /** The notice waiting for this page, null when there is none; asking takes it away. */
    public Notice take() {
        RoutingContext context = request.getCurrent();
        Cookie held = context.request().getCookie(COOKIE);
        if (held == null) {
            return null;
        }
        context.response().addCookie(cookie("").setMaxAge(0));
        Matcher value = VALUE.matcher(held.getValue());
        return value.matches() ? text(value.group(2), value.group(3)).map(text -> new Notice(value.group(1), text)).orElse(null)
                : null;
    }

    private Optional<String> text(String bundle, String key) {
        try {
            return Optional.of(engine.parse("{" + bundle + ":" + key + "}").instance().render());
        } catch (TemplateException unknown) {
            Log.debugf("No message \"%s:%s\" to show: %s", bundle, key, unknown.getMessage());
            return Optional.empty();
        }
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath("/").setHttpOnly(true).setSecure(request.getCurrent().request().isSSL())
                .setSameSite(CookieSameSite.LAX);
    }

    /** @param tone the style class of the notice, {@code good} or {@code wait} */
    @TemplateData
    public record Notice(String tone, String text) {
    }
}
