package org.shuangbaodao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FormsTest {

    private final Pages web = new Pages();

    @Test
    void aGoodFormLeadsOnAndTheNoticeIsShownOnce() {
        FormElement form = Pages.form(web.get("/trial"), "/trial");

        Pages.Answer answer = web.submit(form, Map.of("summary", "给独居老人送药", "day", "2026-03-06"));

        assertThat(answer.location()).isEqualTo("/trial/after?value=2026-03-06");
        assertThat(web.follow(answer).select("[role=status]").text()).isEqualTo("保存");
        assertThat(web.get("/trial/after").select("[role=status]")).isEmpty();
    }

    @Test
    void aRejectedFormKeepsWhatWasTypedAndSaysWhyBesideTheField() {
        FormElement form = Pages.form(web.get("/trial"), "/trial");

        Pages.Answer answer = web.submit(form, Map.of("summary", " ", "note", "<b>\"kept\" & safe</b>", "agree", "yes"));

        assertThat(answer.status()).isEqualTo(422);
        Document page = answer.page();
        Element summary = page.getElementById("f-summary");
        assertThat(summary.attr("aria-invalid")).isEqualTo("true");
        assertThat(summary.attr("aria-describedby").split(" "))
                .allSatisfy(id -> assertThat(page.getElementById(id)).as(id).isNotNull());
        assertThat(page.getElementById("e-summary").text()).isEqualTo("请填写这一项");
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#f-summary");
        assertThat(page.getElementById("f-note").text()).isEqualTo("<b>\"kept\" & safe</b>");
        assertThat(page.getElementById("f-agree").hasAttr("checked")).isTrue();
        assertThat(page.getElementById("f-day").attr("value")).isEqualTo("2026-03-05");
    }

    @Test
    void aRejectedFormCanBeMendedAndSentAgain() {
        Pages.Answer rejected = web.submit(Pages.form(web.get("/trial"), "/trial"), Map.of("summary", ""));

        Pages.Answer mended = web.submit(Pages.form(rejected.page(), "/trial"), Map.of("summary", "ok"));

        assertThat(mended.status()).isEqualTo(303);
    }

    @Test
    void aRefusalFromBelowKeepsItsStatusAndItsText() {
        Pages.Answer answer = web.language("en").submit(Pages.form(web.get("/trial"), "/trial"), Map.of("summary", "conflict"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("[role=alert] h2").text()).isEqualTo("Changed by somebody else");
        assertThat(answer.page().getElementById("f-summary").attr("value")).isEqualTo("conflict");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAPage() {
        web.get("/trial");

        given().contentType("application/x-www-form-urlencoded").accept("text/html").formParam("summary", "x").post("/trial")
                .then().statusCode(400).contentType("text/html").body(containsString("页面已过期"));
        given().multiPart("file", "a.txt", "x".getBytes()).post("/trial/upload").then().statusCode(400);
    }

    @Test
    void theTokenOfSomebodyElsesBrowserDoesNotFit() {
        String foreign = Pages.form(new Pages().get("/trial"), "/trial").selectFirst("[name=csrf-token]").attr("value");

        Pages.Answer answer = web.submit(Pages.form(web.get("/trial"), "/trial"),
                Map.of("summary", "x", "csrf-token", foreign));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aFileInTheTokensPlaceIsRefused() {
        given().multiPart("csrf-token", "t.txt", "x".getBytes()).cookie("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .post("/trial/upload").then().statusCode(400);
    }

    @Test
    void multipartFormsCarryTheTokenLikeOthers() {
        Response page = given().get("/trial");
        String token = page.cookie("csrf-token");

        given().cookie("csrf-token", token).multiPart("csrf-token", token).multiPart("file", "a.txt", "x".getBytes())
                .post("/trial/upload").then().statusCode(200).body(equalTo("a.txt 1"));
    }

    @ParameterizedTest
    @CsvSource({ "Sec-Fetch-Site,cross-site,403", "Sec-Fetch-Site,same-site,403", "Sec-Fetch-Site,same-origin,303",
            "Origin,http://evil.example,403", "Origin,null,403" })
    void onlyPagesOfOurOwnMaySendForms(String header, String value, int status) {
        Response page = given().get("/trial");
        String token = page.cookie("csrf-token");

        given().redirects().follow(false).header(header, value).cookie("csrf-token", token)
                .contentType("application/x-www-form-urlencoded").formParam("csrf-token", token).formParam("summary", "x")
                .post("/trial").then().statusCode(status);
    }

    @Test
    void nothingButFormsReachesAPage() {
        given().contentType("text/plain").body("summary=x").post("/trial").then().statusCode(415);
        given().contentType("application/json").body("{}").post("/trial").then().statusCode(415);
    }

    @Test
    void theApiNeedsNoToken() {
        given().contentType("application/json").body("{\"summary\":\"a\"}").post("/api/trial").then().statusCode(200);
        given().contentType("application/json").header("Sec-Fetch-Site", "cross-site").body("{\"summary\":\"a\"}")
                .post("/api/trial").then().statusCode(403);
    }

    @Test
    void aPlantedNoticeCannotSpeakForUs() {
        for (String planted : new String[] { "good.web.nothing_like_this", "good.nobundle.x", "<script>", "evil.web.save" }) {
            given().cookie("flash", planted).get("/trial/after").then().statusCode(200);
        }
    }
}
