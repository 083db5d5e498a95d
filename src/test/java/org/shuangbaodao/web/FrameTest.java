package org.shuangbaodao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrameTest {

    private final Pages web = new Pages();

    @ParameterizedTest
    @ValueSource(strings = { "zh-CN", "zh-TW", "en" })
    void everyPageSpeaksOneLanguageFromTopToBottom(String language) {
        for (String path : new String[] { "/privacy", "/complaints", "/trial" }) {
            Document page = web.language(language).get(path);

            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.text()).doesNotContain("NOT_FOUND");
            assertThat(page.select("footer a[href=/complaints]")).hasSize(1);
            assertThat(page.select("[aria-current=true][hreflang]").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void aLanguageOnceChosenStaysAndTheAddressDoesNotShowIt() {
        Document page = web.language("zh-CN").get("/trial?page=2");
        String english = page.select("[hreflang=en]").attr("href");

        Pages.Answer answer = web.open(english);

        assertThat(answer.location()).isEqualTo("/trial?page=2");
        assertThat(web.follow(answer).selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(web.get("/privacy").selectFirst("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void aVisitorSeesTheOpenWaysAndTheLogin() {
        Document page = web.get("/trial");

        assertThat(page.select(".main-nav a").eachAttr("href")).containsExactly("/", "/rankings", "/rules", "/notices",
                "/activities");
        assertThat(page.select("a.account-name").attr("href")).isEqualTo("/login?back=%2Ftrial");
    }

    @Test
    void listsKeepTheirFiltersFromPageToPage() {
        Document page = web.get("/trial?state=OPEN&page=2&within=%E7%A4%BE");

        assertThat(page.select("[rel=next]").attr("href")).isEqualTo("/trial?state=OPEN&within=%E7%A4%BE&page=3");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/trial", "/privacy", "/nowhere", "/api/trial", "/api/nowhere", "/assets/app.css",
            "/trial/failing" })
    void everyAnswerTellsBrowsersWhatToTrust(String path) {
        given().get(path).then().header("Content-Security-Policy", allOf(containsString("default-src 'self'"),
                containsString("frame-ancestors 'none'"), not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "same-origin")
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void pagesObeyTheirOwnPolicy() {
        Document page = web.get("/trial");

        assertThat(page.select("script:not([src]), style, [style], [onclick], [onchange], [onsubmit]")).isEmpty();
        assertThat(page.select("script, link[rel=stylesheet], link[rel=icon]")).allSatisfy(asset -> given()
                .get(asset.hasAttr("src") ? asset.attr("src") : asset.attr("href")).then().statusCode(200));
    }

    @Test
    void aPublicPageWithoutAFormSetsNoCookie() {
        assertThat(given().get("/privacy").cookies()).isEmpty();
        assertThat(given().get("/trial").cookies()).containsOnlyKeys("csrf-token");
    }

    @Test
    void answersOfTheApiAreKeptByNobodyUnlessTheySaySo() {
        given().get("/api/trial").then().header("Cache-Control", "no-store");
    }

    @Test
    void theApiDescriptionHoldsOnlyTheApi() {
        given().accept("application/json").get("/q/openapi").then().statusCode(200).body(containsString("/api/trial"))
                .body(not(containsString("/privacy")));
    }
}
