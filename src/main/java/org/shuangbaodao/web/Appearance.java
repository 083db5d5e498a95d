package org.shuangbaodao.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * How the reader wants pages to look. What he has not chosen is left to his device: a page then names no theme, and the
 * stylesheet asks for the device's own setting.
 */
public record Appearance(Theme theme, Text text) {

    static final String THEME = "theme";
    static final String TEXT = "text";

    private static final Appearance USUAL = new Appearance(Theme.AUTO, Text.NORMAL);

    /** As it goes into cookies, addresses and the page's attributes. */
    public interface Choice {

        String name();

        default String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Colours. */
    public enum Theme implements Choice {
        AUTO,
        LIGHT,
        DARK,
        CONTRAST
    }

    /** Size of everything that is read or touched; the large one is for older people (适老化). */
    public enum Text implements Choice {
        NORMAL,
        LARGE
    }

    static Appearance of(RoutingContext context) {
        String theme = cookie(context, THEME);
        String text = cookie(context, TEXT);
        return theme == null && text == null ? USUAL
                : new Appearance(find(Theme.values(), theme).orElse(Theme.AUTO), find(Text.values(), text).orElse(Text.NORMAL));
    }

    /** @return empty for a value that nobody was offered */
    static <T extends Choice> Optional<T> find(T[] offered, String value) {
        return Arrays.stream(offered).filter(each -> each.value().equals(value)).findFirst();
    }

    private static String cookie(RoutingContext context, String name) {
        Cookie chosen = context.request().getCookie(name);
        return chosen == null ? null : chosen.getValue();
    }
}
