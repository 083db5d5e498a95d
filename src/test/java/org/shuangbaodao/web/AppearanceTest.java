package org.shuangbaodao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AppearanceTest {

    @Test
    void oneTapMakesTheTextLargeAndTheNextOneSmallAgain() {
        Element link = html(given().get("/rankings?period=2026")).selectFirst(".text-size");
        assertThat(link.attr("href")).isEqualTo("/rankings?period=2026&text=large");

        Response tapped = given().redirects().follow(false).get(link.attr("href"));

        assertThat(tapped.statusCode()).isEqualTo(303);
        assertThat(tapped.header("Location")).endsWith("/rankings?period=2026");
        assertThat(tapped.getDetailedCookie("text").getMaxAge()).isEqualTo(31_536_000);
        Element large = html(given().cookie("text", tapped.cookie("text")).get("/rankings?period=2026"));
        assertThat(large.attr("data-text")).isEqualTo("large");
        assertThat(large.selectFirst(".text-size").attr("href")).endsWith("text=normal");
    }

    @Test
    void whoeverAsksForSeveralChoicesAtOnceGetsThemAll() {
        Response chosen = given().redirects().follow(false).get("/rules?theme=dark&lang=en&x=1&text=large");

        assertThat(chosen.header("Location")).endsWith("/rules?x=1");
        assertThat(chosen.cookies()).containsEntry("theme", "dark").containsEntry("lang", "en").containsEntry("text", "large");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/rankings", "/rankings/members", "/privacy", "/no-such-page" })
    void looksDoNotMixInWhatIsKeptForAll(String path) {
        for (String theme : new String[] { "light", "dark", "contrast", "dark", "light" }) {
            assertThat(html(given().cookie("theme", theme).get(path)).attr("data-theme")).isEqualTo(theme);
            assertThat(html(given().get(path)).hasAttr("data-theme")).as("nobody chose").isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "neon", "DARK", "darker", "\"><script>", "" })
    void whatNobodyOfferedIsLeftAlone(String theme) {
        Response asked = given().redirects().follow(false).queryParam("theme", theme).get("/privacy");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.cookies()).doesNotContainKey("theme");
        assertThat(html(given().cookie("theme", theme).get("/privacy")).hasAttr("data-theme")).isFalse();
    }

    private static Element html(Response page) {
        return Jsoup.parse(page.asString()).selectFirst("html");
    }
}
