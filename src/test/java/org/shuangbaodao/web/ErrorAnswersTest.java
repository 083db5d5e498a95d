package org.shuangbaodao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ErrorAnswersTest {

    @Nested
    class ForPrograms {

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
                "GET    | /api/nowhere               | 404 | common/not-found",
                "GET    | /api/trial/letters         | 404 | common/not-found",
                "GET    | /api/trial?page=x          | 404 | common/not-found",
                "DELETE | /api/trial                 | 405 | web/method-not-allowed",
                "GET    | /api/trial/locked          | 401 | web/login-required",
                "GET    | /api/trial/forgotten       | 401 | web/login-required",
                "GET    | /api/trial/1?how=fields    | 422 | common/invalid",
                "GET    | /api/trial/1?how=broken    | 500 | web/internal" })
        void everyErrorHasAStableType(String method, String path, int status, String code) {
            given().accept("application/json").when().request(method, path).then().statusCode(status)
                    .contentType("application/problem+json").body("type", equalTo("urn:shuangbaodao:problem:" + code))
                    .body("status", equalTo(status)).body("title", not(equalTo(code)))
                    .body(not(containsString("secret"))).body(not(containsString("Exception")));
        }

        @Test
        void theUnknownApiAddressAnswersJsonWhateverIsAccepted() {
            given().accept("text/html").get("/api/nowhere").then().statusCode(404).contentType("application/problem+json");
        }

        @Test
        void textsAreInTheReadersLanguage() {
            given().header("Accept-Language", "en").get("/api/nowhere").then().body("title", equalTo("Not found"));
            given().header("Accept-Language", "zh-HK").get("/api/nowhere").then().body("title", equalTo("找不到"));
            given().get("/api/nowhere").then().body("title", equalTo("没有找到"));
        }

        @Test
        void brokenConstraintsNameTheFieldAndTheReason() {
            post("{\"summary\":\"far too long\",\"day\":\"2999-01-01\",\"items\":[{\"name\":\"ok\"},{\"name\":\"x\"}]}")
                    .statusCode(422).body("type", equalTo("urn:shuangbaodao:problem:common/invalid")).body("errors", hasSize(3))
                    .body("errors.field", hasItems("summary", "day", "items.1.name"))
                    .body("errors.find { it.field == 'summary' }.reason", equalTo("too-long"))
                    .body("errors.find { it.field == 'day' }.reason", equalTo("future-date"))
                    .body("errors.find { it.field == 'items.1.name' }.reason", equalTo("too-short"));
            post("{\"summary\":\" \"}").statusCode(422).body("errors[0].reason", equalTo("required"));
        }

        @Test
        void unreadableJsonIsABadRequest() {
            post("{\"summary\":").statusCode(400).body("type", equalTo("urn:shuangbaodao:problem:web/json"));
            post("[]").statusCode(400);
            post("{\"summary\":\"a\",\"day\":\"yesterday\"}").statusCode(400).body("errors[0].field", equalTo("day"))
                    .body("errors[0].reason", equalTo("malformed")).body("detail", not(containsString("LocalDate")));
        }

        @Test
        void otherTypesAndAnswersAreRefused() {
            given().contentType("text/plain").body("x").post("/api/trial").then().statusCode(415)
                    .body("type", equalTo("urn:shuangbaodao:problem:web/unsupported-type"));
            given().accept("image/png").get("/api/trial").then().statusCode(406)
                    .body("type", equalTo("urn:shuangbaodao:problem:web/not-acceptable"));
        }

        @Test
        void theCallerLearnsHowToLogIn() {
            given().get("/api/trial/locked").then().statusCode(401).header("WWW-Authenticate", "Bearer");
            given().header("Authorization", "Bearer not.a.token").get("/api/trial/locked").then().statusCode(401);
        }

        private ValidatableResponse post(String body) {
            return given().contentType("application/json").body(body).post("/api/trial").then()
                    .contentType(startsWith("application/"));
        }
    }

    @Nested
    class ForPeople {

        private final Pages web = new Pages();

        @ParameterizedTest
        @CsvSource({ "zh-CN,没有找到", "zh-TW,找不到", "en,Not found" })
        void theUnknownAddressShowsAPageInTheReadersLanguage(String language, String heading) {
            Pages.Answer answer = web.language(language).open("/nowhere");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.heading()).isEqualTo(heading);
            assertThat(answer.page().selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(answer.page().select("main a[href=/]")).isNotEmpty();
        }

        @Test
        void refusalsOfFeaturesShowTheirText() {
            assertThat(web.open("/trial/failing?how=missing").status()).isEqualTo(404);
            assertThat(web.open("/trial/failing?how=lock").status()).isEqualTo(409);
        }

        @Test
        void aDatabaseThatIsAwayIsTemporary() {
            Pages.Answer answer = web.open("/trial/failing?how=database");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(answer.heading()).isEqualTo("暂时无法使用");
            assertThat(answer.page().text()).doesNotContain("secret");
        }

        @Test
        void ourOwnFaultShowsANumberAndNothingElse() {
            Pages.Answer answer = web.open("/trial/failing?how=other");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.page().text()).containsPattern("错误编号：[0-9A-Z]{13}").doesNotContain("secret")
                    .doesNotContain("Exception");
        }

        @Test
        void aPageForMembersLeadsToTheLoginAndBack() {
            Pages.Answer answer = web.open("/trial/members-only?page=2");

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).isEqualTo("/login?back=%2Ftrial%2Fmembers-only%3Fpage%3D2");
        }

        @Test
        void aPageIsReadOnlyAsAPage() {
            given().accept("application/json").get("/nowhere").then().statusCode(404).contentType("application/problem+json");
            given().accept("*/*").get("/nowhere").then().statusCode(404).contentType("text/html");
            given().accept(";;").get("/nowhere").then().statusCode(404);
        }

        @Test
        void whatIsTooLargeIsSaidSo() throws Exception {
            HttpResponse<String> answer = post("application/x-www-form-urlencoded", "x".repeat(13 * 1024 * 1024));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("内容太大");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
                "multipart/form-data; boundary=x   | --x broken",
                "multipart/form-data               | x",
                "application/x-www-form-urlencoded | a=%zz&=&&b",
                "application/x-www-form-urlencoded | csrf-token",
                "application/x-www-form-urlencoded; charset=nonsense | a=b" })
        void malformedFormsAreTheSendersMistake(String type, String body) throws Exception {
            assertThat(post(type, body).statusCode()).isBetween(400, 499);
        }

        @Test
        void aFieldLongerThanAnybodyTypesIsRefused() throws Exception {
            assertThat(post("application/x-www-form-urlencoded", "summary=" + "x".repeat(100_000)).statusCode())
                    .isBetween(400, 499);
        }

        /** As it is: the client of the other tests encodes forms itself. */
        private HttpResponse<String> post(String type, String body) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/trial"))
                    .header("Content-Type", type).header("Accept", "text/html").POST(BodyPublishers.ofString(body)).build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        given().head("/nowhere").then().statusCode(404).body(equalTo(""));
    }
}
