package org.shuangbaodao.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.ProblemType;

import io.quarkus.qute.TemplateData;

/** What a refusal is called and what to do about it, in the reader's language: {@code messages/problem_<locale>.properties}. */
@Named("texts")
@TemplateData
@ApplicationScoped
public class ProblemTexts {

    private final CurrentLocale locale;
    private final Map<Locale, Properties> texts = Languages.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(language -> language, ProblemTexts::load));

    ProblemTexts(CurrentLocale locale) {
        this.locale = locale;
    }

    public String title(ProblemType type) {
        return format(locale.get(), type.code());
    }

    public String title(Problem problem) {
        return title(problem.type());
    }

    public String detail(Problem problem) {
        return format(locale.get(), problem.type().code() + ".detail", problem.arguments().toArray());
    }

    /** Why a field was refused. */
    public String reason(String key) {
        return format(locale.get(), "reason/" + key);
    }

    String format(Locale language, String key, Object... arguments) {
        // A key without text is a defect that the completeness test finds; the reader still gets the code he can quote.
        String pattern = texts.get(language).getProperty(key, key);
        return new MessageFormat(pattern, language).format(arguments);
    }

    private static Properties load(Locale language) {
        String name = "messages/problem_" + language.toLanguageTag() + ".properties";
        Properties properties = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader.getResourceAsStream(name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
