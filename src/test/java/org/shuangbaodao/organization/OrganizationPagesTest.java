package org.shuangbaodao.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrganizationPagesTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    BusinessTime time;

    @ParameterizedTest
    @ValueSource(strings = { "zh-CN", "zh-TW", "en" })
    void anybodySeesTheTreesButNobodyInOffice(String language) {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());

        Document page = new Pages().language(language).get("/organizations/" + town.branch().code);

        assertThat(page.selectFirst("h1").text()).isEqualTo(town.branch().name);
        assertThat(page.text()).contains(town.committee().name).doesNotContain(secretary.name).doesNotContain("NOT_FOUND");
        assertThat(new Pages().language(language).get("/organizations?q=" + town.branch().code)
                .select("a[href=/organizations/" + town.branch().code + "]")).isNotEmpty();
    }

    @Test
    void whoIsLoggedInSeesWhoHoldsOffice() {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());

        Document page = as.pages(secretary).get("/organizations/" + town.branch().code);

        assertThat(page.text()).contains("支部书记 " + secretary.name);
        assertThat(page.select("a[href$=/change]")).isEmpty();
    }

    @Test
    void anOfficerRenamesThroughThePage() {
        Town town = given.town();
        Pages web = as.pages(given.officer(town.committee()));
        String address = "/organizations/" + town.branch().code + "/change";

        Pages.Answer empty = web.submit(Pages.form(web.get(address), address),
                Map.of("what", "rename", "name", "", "document", "8号"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select("[aria-invalid=true][name=name]")).hasSize(1);

        Pages.Answer done = web.submit(Pages.form(web.get(address), address),
                Map.of("what", "rename", "name", "改名后的支部", "document", "8号"));
        assertThat(web.follow(done).selectFirst("h1").text()).isEqualTo("改名后的支部");
    }

    @Test
    void othersNeitherSeeNorUseTheForms() {
        Town town = given.town();
        Pages secretary = as.pages(given.secretary(town.branch()));
        Pages foreign = as.pages(given.officer(given.town().committee()));

        assertThat(secretary.open("/organizations/" + town.branch().code + "/change").status()).isEqualTo(403);
        assertThat(foreign.open("/organizations/" + town.branch().code + "/change").status()).isEqualTo(403);
        assertThat(foreign.open("/organizations/" + town.committee().code + "/below").status()).isEqualTo(403);
        assertThat(foreign.open("/organizations/import").status()).isEqualTo(403);
    }

    @Test
    void theAdministratorOpensTheImportAndTheOfficerTheFoundation() {
        Town town = given.town();

        assertThat(as.pages(given.administrator(town.workingCommittee())).get("/organizations/import").select("form"))
                .isNotEmpty();
        assertThat(as.pages(given.officer(town.committee())).get("/organizations/" + town.committee().code + "/below")
                .select("option[value=BRANCH]")).hasSize(1);
    }

    @Test
    void programsFindOrganizations() {
        Town town = given.town();

        RestAssured.get("/api/organizations?within=" + town.workingCommittee().code).then().statusCode(200)
                .body("items.code", hasItem(town.branch().code)).body("total", equalTo(2));
        RestAssured.get("/api/organizations/" + town.branch().code).then().statusCode(200)
                .body("kind", equalTo("BRANCH")).body("superiors[0].code", equalTo(town.committee().code))
                .body("seatCode", equalTo(town.community().code));
        RestAssured.given().accept("application/json").get("/api/organizations/no-such").then().statusCode(404);
    }
}
