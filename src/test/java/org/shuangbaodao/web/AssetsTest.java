package org.shuangbaodao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AssetsTest {

    @ParameterizedTest
    @CsvSource({ "app.css, text/css", "queue.js, text/javascript", "icon.svg, image/svg+xml", "htmx.min.js, text/javascript",
            "echarts.simple.min.js, text/javascript" })
    void aFileIsKeptForGoodUnderItsVersionAndSentCompressed(String file, String type) {
        String address = Assets.address(file);

        Response plain = given().header("Accept-Encoding", "identity").get(address);
        Response compressed = given().header("Accept-Encoding", "gzip").get(address);

        assertThat(address).matches("/assets/.+\\?v=[0-9a-f]{8}");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.contentType()).startsWith(type);
        assertThat(plain.header("Cache-Control")).contains("immutable");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.asString()).isEqualTo(plain.asString());
        assertThat(given().header("If-None-Match", plain.header("ETag")).get(address).statusCode()).isEqualTo(304);
    }

    @Test
    void aPageNeedsOneStylesheetAndNoScript() {
        var head = Jsoup.parse(given().get("/rules").asString()).head();

        assertThat(head.select("link[rel=stylesheet]")).hasSize(1);
        assertThat(head.select("script")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(given().get("/assets/nothing.css").statusCode()).isEqualTo(404);
        assertThat(given().get("/assets/").statusCode()).isEqualTo(404);
    }
}
