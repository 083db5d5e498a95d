package org.shuangbaodao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Which drawing a visitor gets. */
@QuarkusTest
class SharedPagesTest {

    private static final int VISITS = 12;

    private final Pages web = new Pages();

    @Test
    void aPageOfThePresentFiguresIsDrawnOnce() {
        // Another test's postings may become a new edition in between.
        assertThat(drawings("/trial/shared")).hasSizeLessThan(VISITS / 2);
    }

    /** Or it would stay until the figures change once more, though the present ones have been there for long. */
    @Test
    void aPageOfOlderFiguresIsDrawnAnewForTheNextOneWhoAsks() {
        assertThat(drawings("/trial/shared?old=true")).hasSize(VISITS);
    }

    /** The one who has it drawn is a phone like the others. */
    @Test
    void whoHasItDrawnGetsItCompressedToo() {
        Response drawn = given().header("Accept-Encoding", "gzip").get("/trial/shared?old=true");

        assertThat(drawn.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(drawn.header("ETag")).endsWith("-gz\"");
        assertThat(drawn.asString()).contains("<h1>");
    }

    private Set<String> drawings(String address) {
        Set<String> drawings = new HashSet<>();
        for (int i = 0; i < VISITS; i++) {
            drawings.add(web.get(address).select("h1").text());
        }
        return drawings;
    }
}
