package org.shuangbaodao.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** An operator who publishes no boards: nothing tells a figure, and nothing leads where there is nothing. */
@QuarkusTest
@TestProfile(SwitchedOffTest.NoBoards.class)
class SwitchedOffTest {

    @Inject
    Given town;
    @Inject
    As as;

    public static class NoBoards implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("app.rankings.enabled", "false");
        }
    }

    @Test
    void noAddressTellsAFigure() {
        for (String board : List.of("branches", "units", "communities", "members")) {
            refuses("/api/rankings/" + board);
            showsNothing("/rankings" + (board.equals("branches") ? "" : "/" + board));
        }
        for (String file : List.of("branches.csv", "units.json", "communities.csv", "dictionary.json")) {
            refuses("/open-data/" + file);
        }
        showsNothing("/open-data");
        showsNothing("/rankings/screen");
    }

    @Test
    void nothingLeadsThere() {
        Given.Town place = town.town();
        Member secretary = town.secretary(place.branch());
        for (Pages reader : List.of(new Pages(), as.pages(secretary), as.pages(town.member(place.branch())))) {
            for (String page : List.of("/", "/me", "/rules", "/notices", "/privacy", "/commendations")) {
                Pages.Answer answer = reader.open(page);
                if (answer.status() == 200) {
                    assertThat(answer.page().select("a").eachAttr("href")).as(page)
                            .noneMatch(way -> way.startsWith("/rankings") || way.startsWith("/open-data"));
                }
            }
        }
    }

    @Test
    void aMemberStillReadsHisOwnStanding() {
        Member member = town.member(town.town().branch());

        given().cookie("session", as.cookie(member)).get("/me").then().statusCode(200);
        given().cookie("session", as.cookie(member)).get("/me/ledger").then().statusCode(200);
    }

    private static void refuses(String address) {
        given().accept("application/json").get(address).then().statusCode(404).body("type",
                equalTo("urn:shuangbaodao:problem:ranking/switched-off"));
    }

    private static void showsNothing(String address) {
        assertThat(new Pages().open(address).page().select("table, .board, .chart, [download]")).as(address).isEmpty();
    }
}
