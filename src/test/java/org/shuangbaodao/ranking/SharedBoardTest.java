package org.shuangbaodao.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** One drawing serves every visitor, and nobody else. */
@QuarkusTest
class SharedBoardTest {

    private static final String BOARD = "/rankings?period=2026";

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    PublicFigures figures;

    @Test
    void theSecondVisitorGetsTheSameBytesWithoutCookies() {
        Response first = visit("zh-CN");
        Response second = visit("zh-CN");
        // Another test's postings may have been folded in between.
        for (int i = 0; i < 20 && !second.header("ETag").equals(first.header("ETag")); i++) {
            first = second;
            second = visit("zh-CN");
        }

        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("ETag")).isNotBlank().isEqualTo(first.header("ETag"));
        assertThat(second.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(second.header("Vary")).contains("Cookie", "Accept-Language");
        assertThat(second.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(second.cookies()).isEmpty();
        assertThat(second.asString()).doesNotContain("csrf-token");
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        String tag = visit("en").header("ETag");

        for (String known : new String[] { tag, "W/" + tag, "\"other\", " + tag, "*" }) {
            Response again = given().header("Accept-Language", "en").header("If-None-Match", known).get(BOARD);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
        }
        assertThat(given().header("Accept-Language", "en").header("If-None-Match", "\"other\"").get(BOARD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theCompressedPageIsThePage() {
        String plain = visit("zh-TW").asString();

        Response compressed = given().header("Accept-Language", "zh-TW").header("Accept-Encoding", "br, gzip").get(BOARD);

        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.asString()).isEqualTo(plain);
        assertThat(given().header("Accept-Language", "zh-TW").header("Accept-Encoding", "gzip;q=0").get(BOARD)
                .header("Content-Encoding")).isNull();
    }

    @Test
    void languagesDoNotMix() {
        assertThat(visit("en").asString()).contains("lang=\"en\"");
        assertThat(visit("zh-TW").asString()).contains("lang=\"zh-TW\"");
        assertThat(given().cookie("lang", "zh-CN").header("Accept-Language", "en").get(BOARD).asString())
                .contains("lang=\"zh-CN\"");
    }

    @Test
    void whoIsLoggedInIsNeverServedToOthersNorServedTheirs() {
        Member reader = given.person().in(given.town().branch()).named("分享测试甲").saved();
        visit("zh-CN");

        Response own = given().header("Accept-Language", "zh-CN")
                .cookie("session", as.cookie(reader)).get(BOARD);
        Response visitor = visit("zh-CN");

        assertThat(own.asString()).contains("分享测试甲");
        assertThat(own.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor.asString()).doesNotContain("分享测试甲");
    }

    @Test
    void aNoticeIsShownOnceAndStaysWithItsReader() {
        visit("zh-CN");
        String plain = visit("zh-CN").asString();

        Response noticed = given().header("Accept-Language", "zh-CN").cookie("flash", "good.identity.logged_out").get(BOARD);

        assertThat(noticed.asString()).isNotEqualTo(plain);
        assertThat(visit("zh-CN").asString()).isEqualTo(plain);
    }

    @Test
    void aChangeOfTheFiguresDrawsAnew() {
        String before = visit("zh-CN").header("ETag");
        assertThat(visit("zh-CN").header("ETag")).isEqualTo(before);
        Given.Town town = given.town();
        for (int i = 0; i < 12; i++) {
            given.member(town.branch());
        }

        QuarkusTransaction.requiringNew().run(figures::changed);

        Response after = visit("zh-CN");
        assertThat(after.header("ETag")).isNotEqualTo(before);
    }

    @Test
    void aTransactionThatFailsChangesNothing() {
        String before = visit("zh-CN").header("ETag");

        QuarkusTransaction.begin();
        figures.changed();
        QuarkusTransaction.rollback();

        assertThat(visit("zh-CN").header("ETag")).isEqualTo(before);
    }

    private static Response visit(String language) {
        Response page = given().header("Accept-Language", language).header("Accept-Encoding", "identity").get(BOARD);
        assertThat(page.statusCode()).isEqualTo(200);
        return page;
    }
}
