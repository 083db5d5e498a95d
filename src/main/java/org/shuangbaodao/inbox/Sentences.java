package org.shuangbaodao.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;

/** Says a stored word in somebody's language. */
@ApplicationScoped
class Sentences {

    private static final Pattern MESSAGE = Pattern.compile("[a-z]{1,30}:[a-z0-9_]{1,60}");
    private static final String NAMES = "abcd";
    // What the engine says, instead of failing, for a key that a bundle does not have.
    private static final String UNKNOWN = "NOT_FOUND";

    private final Engine engine;
    private final ObjectMapper json;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    Sentences(Engine engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /** Arguments as they are stored. */
    String written(List<?> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * A stored sentence. One that this version of the service does not know any more becomes a hint to open what it is about.
     *
     * @param arguments as {@link #written} wrote them
     */
    String stored(String message, String arguments, Locale language) {
        try {
            return say(message, json.readValue(arguments, List.class), language);
        } catch (JsonProcessingException | TemplateException | IllegalArgumentException unknown) {
            Log.warnf("A message '%s' cannot be said: %s", message, unknown.getClass().getSimpleName());
            return say("inbox:unspeakable", List.of(), language);
        }
    }

    String say(String message, List<?> arguments, Locale language) {
        if (!MESSAGE.matcher(message).matches() || arguments.size() > NAMES.length()) {
            throw new IllegalArgumentException(message);
        }
        TemplateInstance sentence = templates.computeIfAbsent(message + "/" + arguments.size(),
                key -> engine.parse(template(message, arguments.size()))).instance().setLocale(language);
        for (int i = 0; i < arguments.size(); i++) {
            sentence.data(NAMES.substring(i, i + 1), inLanguage(arguments.get(i), language));
        }
        String said = sentence.render();
        if (said.equals(UNKNOWN)) {
            throw new IllegalArgumentException(message);
        }
        return said;
    }

    // {servicerecord:told_confirmed(a, b)}
    private static String template(String message, int arguments) {
        String names = String.join(", ", NAMES.substring(0, arguments).split(""));
        return "{" + message + (arguments == 0 ? "" : "(" + names + ")") + "}";
    }

    private static Object inLanguage(Object argument, Locale language) {
        return argument instanceof Map<?, ?> names ? names.get(language.toLanguageTag()) : argument;
    }
}
