package org.shuangbaodao.accessibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;

/** axe-core in the page that is open: WCAG 2.0 to 2.2, A and AA, and what is good practice. */
final class Axe {

    private static final String SOURCE = read();
    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String LOOK = """
            async ([theme, large, runOnly]) => {
              const root = document.documentElement;
              root.setAttribute('data-theme', theme);
              large ? root.setAttribute('data-text', 'large') : root.removeAttribute('data-text');
              const found = await axe.run(document, { runOnly, rules: { 'target-size': { enabled: true } },
                resultTypes: ['violations'], preload: false, iframes: false });
              return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id,
                node.target.join(' ') + '\\n' + node.html.slice(0, 300) + '\\n' + node.failureSummary]));
            }
            """;

    private final Page page;

    /** @param page newly loaded */
    Axe(Page page) {
        this.page = page;
        page.evaluate(SOURCE);
    }

    /** Pairs of a rule and what violates it. */
    List<List<String>> everything(String theme, boolean large) {
        return run(theme, large, Map.of("type", "tag", "values", TAGS));
    }

    /** What else changes with the size of text. */
    List<List<String>> targets(String theme, boolean large) {
        return run(theme, large, Map.of("type", "rule", "values", List.of("target-size")));
    }

    @SuppressWarnings("unchecked")
    private List<List<String>> run(String theme, boolean large, Map<String, Object> rules) {
        return (List<List<String>>) page.evaluate(LOOK, List.of(theme, large, rules));
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
