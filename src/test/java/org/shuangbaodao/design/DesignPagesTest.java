package org.shuangbaodao.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The living page shows what there is, and nothing colours itself beside the tokens. */
@QuarkusTest
class DesignPagesTest {

    private static final Path STYLESHEET = Path.of("src/main/resources/META-INF/resources/assets/app.css");
    private static final List<String> COMPONENTS = List.of("button", "badge", "notice", "empty", "stat", "facts", "tabs",
            "pager",
            "steps", "timeline", "stacking", "board-name", "change", "chart", "field", "error", "check-row", "more");

    @Test
    void everyComponentIsShown() {
        var page = new Pages().get("/design");

        assertThat(COMPONENTS).allSatisfy(name -> assertThat(page.select("main ." + name)).as(name).isNotEmpty());
    }

    @Test
    void everyColourHasAPlaceOnThePage() throws IOException {
        var page = new Pages().get("/design");
        String tokens = Files.readString(STYLESHEET).replaceFirst("(?s)color-scheme: light;.*", "");

        var names = Pattern.compile("--([a-z-]+): #").matcher(tokens).results().map(match -> match.group(1)).toList();

        assertThat(names).hasSizeGreaterThan(15);
        assertThat(names).filteredOn(name -> !name.matches("red-deep|action-deep|on-action"))
                .allSatisfy(name -> assertThat(page.select(".swatch-" + name)).as(name).hasSize(1));
    }

    @Test
    void everyThemeNamesTheSameColours() throws IOException {
        String css = Files.readString(STYLESHEET);

        assertThat(tokens(css, ":root[data-theme=\"dark\"] {")).isEqualTo(tokens(css, ":root:not([data-theme]) {"));
        assertThat(tokens(css, ":root[data-theme=\"contrast\"] {"))
                .contains(tokens(css, ":root[data-theme=\"dark\"] {").stream()
                        .map(each -> each.replaceFirst(":.*", "")).toArray(String[]::new))
                .hasSizeGreaterThan(15);
    }

    private static List<String> tokens(String css, String selector) {
        String block = css.substring(css.indexOf(selector) + selector.length());
        boolean values = !selector.contains("contrast");
        return Pattern.compile("(--[a-z-]+): ([^;]+);").matcher(block.substring(0, block.indexOf('}'))).results()
                .map(match -> values ? match.group(1) + ":" + match.group(2) : match.group(1)).toList();
    }
}
