package org.shuangbaodao.roster;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;

/** What was noticed about a row, in the reader's words. */
@ApplicationScoped
class FindingTexts {

    private final Template template;

    FindingTexts(Engine engine) {
        this.template = engine.parse("{roster:message(key, a, b, c)}");
    }

    String of(Finding finding, Locale language) {
        return template.instance().setLocale(language)
                .data("key", "finding_" + finding.kind().name().toLowerCase(Locale.ROOT))
                .data("a", finding.value(0)).data("b", finding.value(1)).data("c", finding.value(2)).render();
    }
}
