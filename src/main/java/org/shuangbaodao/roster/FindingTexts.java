package org.shuangbaodao.roster;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;

/** What was noticed about a row, in the reader's words. */
@ApplicationScoped
class FindingTexts {

    /** By the number of values a sentence takes. */
    private final List<Template> templates;

    FindingTexts(Engine engine) {
        this.templates = Stream.of("", ", a", ", a, b", ", a, b, c")
                .map(values -> engine.parse("{finding:message(key" + values + ")}")).toList();
    }

    String of(Finding finding, Locale language) {
        return templates.get(finding.values().size()).instance().setLocale(language)
                .data("key", finding.kind().name().toLowerCase(Locale.ROOT))
                .data("a", finding.value(0)).data("b", finding.value(1)).data("c", finding.value(2)).render();
    }
}
