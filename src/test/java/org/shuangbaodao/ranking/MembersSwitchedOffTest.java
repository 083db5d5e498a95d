package org.shuangbaodao.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** An operator who publishes boards, but none of persons. */
@QuarkusTest
@TestProfile(MembersSwitchedOffTest.NoPersons.class)
class MembersSwitchedOffTest {

    @Inject
    Given town;
    @Inject
    As as;

    public static class NoPersons implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("app.rankings.members", "false");
        }
    }

    @Test
    void personsAreNeitherShownNorOffered() {
        given().get("/api/rankings/members").then().statusCode(404)
                .body("type", equalTo("urn:shuangbaodao:problem:ranking/switched-off"));
        assertThat(new Pages().open("/rankings/members").page().select("table, .board")).isEmpty();

        Pages member = as.pages(town.member(town.town().branch()));
        for (String page : List.of("/rankings", "/rankings/units", "/rankings/communities", "/me", "/")) {
            Document read = member.get(page);
            assertThat(read.select("a[href^='/rankings/members']")).as(page).isEmpty();
            assertThat(read.select("a[href^='/rankings']")).as(page).isNotEmpty();
        }
    }
}
