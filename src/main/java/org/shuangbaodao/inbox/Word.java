package org.shuangbaodao.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A sentence to be said to somebody.
 *
 * @param arguments texts, {@code int}s, or what {@link #inEachLanguage} made: plain data about the reader himself; no names and
 *        no free text of others
 * @param path where the reader finds more
 * @param key the same for the same news, whoever repeats it: nobody is told twice
 */
public record Word(Tiding tiding, List<Object> arguments, String path, String key) {

    static final int MOST_ARGUMENTS = 4;
    static final int LONGEST_KEY = 120;

    private static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");

    public Word {
        arguments = List.copyOf(arguments);
        if (arguments.size() > MOST_ARGUMENTS || !path.startsWith("/") || key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("Not a word to be told: " + tiding.message());
        }
    }

    public static Word of(Tiding tiding, String path, String key, Object... arguments) {
        return new Word(tiding, Arrays.asList(arguments), path, key);
    }

    /** A name that is kept in several languages: which one is shown is decided when somebody reads it. */
    public static Map<String, String> inEachLanguage(UnaryOperator<String> name) {
        return Map.of(LANGUAGES.get(0), name.apply(LANGUAGES.get(0)), LANGUAGES.get(1), name.apply(LANGUAGES.get(1)),
                LANGUAGES.get(2), name.apply(LANGUAGES.get(2)));
    }
}
