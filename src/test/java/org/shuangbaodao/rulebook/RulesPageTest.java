package org.shuangbaodao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as everybody reads them. */
@QuarkusTest
class RulesPageTest {

    @ParameterizedTest
    @CsvSource({ "zh-CN, 社区服务时长, 只在支部党员大会作出决议", "zh-TW, 社區服務時長, 僅在支部黨員大會作成決議",
            "en, Hours of community service, Only where the branch" })
    void everyItemStandsThereInTheReadersLanguage(String language, String hours, String hundred) {
        Document page = new Pages().language(language).get("/rules");

        assertThat(page.text()).contains(hours, hundred, "40.00", "8.00", "0.50", "150");
        for (RuleItem item : Rulebook.shipped().items()) {
            assertThat(page.getElementById(item.code())).as(item.code()).isNotNull();
        }
        assertThat(page.getElementById("AW-01").text()).contains("2.00", "4.00", "7.00", "10.00");
        assertThat(page.getElementById("PN-01").text()).contains("-3.00", "-6.00");
    }

    @Test
    void theFirstVersionKeepsItsAddress() {
        assertThat(new Pages().get("/rules/1").text()).contains("SV-01");
        assertThat(new Pages().open("/rules/0").status()).isEqualTo(404);
        assertThat(new Pages().open("/rules/abc").status()).isEqualTo(404);
    }

    @Test
    void programsReadTheSame() {
        RestAssured.given().get("/api/rules").then().statusCode(200).body("inForce.items.code", hasItem("SV-01"),
                "versions.standing", hasItem("IN_FORCE"), "inForce.effectiveFrom", notNullValue());
        RestAssured.given().get("/api/rules/1").then().statusCode(200).body("version", equalTo(1), "effectiveFrom",
                equalTo("2000-01-01"), "target.minutes", equalTo(1200));
    }
}
