package org.shuangbaodao.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 零报告: who had nothing to report for a quarter, and who is silent. */
@QuarkusTest
class QuarterTest {

    private static final String Q3 = "/api/review/quarters/2026-Q3";

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;

    private Given.Town town;
    private Member secretary;
    private Member officer;

    @BeforeEach
    void aTown() {
        clock.set("2026-10-12T09:00");
        town = given.town();
        secretary = given.secretary(town.branch());
        officer = given.officer(town.committee());
    }

    @AfterEach
    void theUsualTime() {
        clock.reset();
    }

    @Test
    void oneClickSaysThatThereIsNothingAndThoseAboveSeeIt() {
        given.branch(town.committee());
        assertThat(counts(officer)).containsEntry("SILENT", 2).containsEntry("NOTHING", 0);
        Pages pages = as.pages(secretary);
        assertThat(pages.get("/").text()).contains("上季度 1 个组织没有服务记录");

        Document page = pages.get("/review/quarter");
        pages.follow(pages.submit(Pages.form(page, "/review/quarter/2026-Q3/zero-report"), Map.of()));

        assertThat(counts(officer)).containsEntry("SILENT", 1).containsEntry("NOTHING", 1);
        assertThat(pages.get("/").text()).doesNotContain("个组织没有服务记录");
        Document seen = as.pages(officer).get("/review/quarter?period=2026-Q3&show=nothing");
        assertThat(rows(seen)).singleElement().asString().contains(town.branch().name, "报无服务", secretary.name);
        assertThat(rows(as.pages(officer).get("/review/quarter?show=silent"))).hasSize(1);
    }

    @Test
    void whatComesInLaterContradictsItByItself() {
        as.api(secretary).put(Q3 + "/zero-reports/" + town.branch().code).then().statusCode(204);
        served("2026-09-28");

        assertThat(counts(officer)).containsEntry("CONTRADICTED", 1);
        assertThat(rows(as.pages(officer).get("/review/quarter"))).singleElement().asString().contains("报无服务，但有记录");

        as.api(secretary).delete(Q3 + "/zero-reports/" + town.branch().code).then().statusCode(204);
        assertThat(counts(officer)).containsEntry("SERVED", 1);
        as.api(secretary).put(Q3 + "/zero-reports/" + town.branch().code).then().statusCode(409);
    }

    @Test
    void sayingItTwiceKeepsTheFirstAndTakenBackItCanBeSaidAgain() {
        Member deputy = given.deputy(town.branch());
        String path = Q3 + "/zero-reports/" + town.branch().code;
        as.api(secretary).put(path).then().statusCode(204);
        as.api(deputy).put(path).then().statusCode(204);
        assertThat(declarer()).isEqualTo(secretary.name);

        as.api(secretary).delete(path).then().statusCode(204);
        assertThat(counts(officer)).containsEntry("SILENT", 1);
        as.api(deputy).put(path).then().statusCode(204);
        assertThat(declarer()).isEqualTo(deputy.name);
    }

    @Test
    void onlyWhoSpeaksForThePlaceAndWhileTheQuarterIsOpen() {
        String branch = "/zero-reports/" + town.branch().code;
        as.api(officer).put(Q3 + branch).then().statusCode(403);
        as.api(given.secretary(given.branch(town.committee()))).put(Q3 + branch).then().statusCode(403);
        as.api(secretary).put("/api/review/quarters/2026-Q4" + branch).then().statusCode(422);
        as.api(secretary).put("/api/review/quarters/2026" + branch).then().statusCode(404);

        clock.set("2026-11-20T09:00");

        as.api(secretary).put(Q3 + branch).then().statusCode(409);
        assertThat(as.pages(secretary).get("/review/quarter?period=2026-Q3").select("form[action$=zero-report]")).isEmpty();
    }

    @Test
    void aCommunityReportsForItsPlace() {
        Member host = given.communitySecretary(town.community());
        Member street = given.officer(town.street());
        served("2026-09-28");

        assertThat(counts(street)).containsEntry("SERVED", 1);
        as.api(host).put(Q3 + "/zero-reports/" + town.community().code).then().statusCode(409);
    }

    private String declarer() {
        return as.api(officer).get(Q3).then().statusCode(200).extract().path("items[0].declaredBy");
    }

    private Map<String, Integer> counts(Member who) {
        return as.api(who).get(Q3).then().statusCode(200).extract().path("counts");
    }

    private static List<String> rows(Document page) {
        return page.select("tbody tr").stream().map(Element::text).toList();
    }

    private void served(String day) {
        as.api(given.member(town.branch())).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", day + "T08:00", "endedAt", day + "T09:00", "summary", "小区门口值守", "communityCode",
                        town.community().code))
                .post("/api/records").then().statusCode(201);
    }
}
