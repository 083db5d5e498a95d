package org.shuangbaodao.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody may read about service in a community: no names, no figures of few. */
@QuarkusTest
class ActivityLogTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Happening happening;

    @BeforeEach
    void anActivity() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        happening = happenings.published(host, town.community(), "2026-06-06T09:00", "2026-06-06T11:00", null);
        clock.set("2026-06-06T20:00");
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void ofFewerThanFiveNeitherNumberNorTimeIsTold() {
        for (int i = 0; i < 4; i++) {
            report(given.member(town.branch()), happening.id());
        }
        assertThat(lines()).as("nothing before it is confirmed").isEmpty();
        confirm();
        assertThat(lines()).singleElement()
                .satisfies(line -> assertThat(line).contains("清理楼道", "1–4", "—").doesNotContain("8.0"));

        report(given.member(town.branch()), happening.id());
        confirm();
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line).contains("2026-06-06", "三号楼", "5", "10.0"));
        RestAssured.given().get("/api/activities/log?community=" + town.community().code + "&month=2026-06").then()
                .statusCode(200)
                .body("days[0].people", equalTo(5), "days[0].minutes", equalTo(600), "days[0].fewerThanFive", equalTo(false));
    }

    @Test
    void personalServiceStandsTogetherAndNobodysWordsAreShown() {
        Member member = given.person().named("钟无艳").in(town.branch()).saved();
        String id = report(member, null);
        as.api(host).body(Map.of()).post("/api/records/" + id + "/confirmation").then().statusCode(200);

        Document page = page();

        assertThat(page.select("tbody tr").eachText()).singleElement()
                .satisfies(line -> assertThat(line).contains("个人服务", "1–4"));
        assertThat(page.html()).doesNotContain("钟无艳", "陪老王看病", member.number, host.name);
        assertThat(page.select("main a[href=/complaints]")).isNotEmpty();
        RestAssured.given().get("/api/activities/log?community=" + town.community().code + "&month=2026-06").then()
                .body("days[0].people", nullValue(), "days[0].minutes", nullValue(), "days[0].fewerThanFive", equalTo(true));
    }

    @Test
    void publicPagesAndCalendarsNameNobody() {
        happenings.signUp(nextDay(), happenings.published(host, town.community(), "2026-06-08T09:00", "2026-06-08T11:00", 5));
        for (String address : List.of("/activities?community=" + town.community().code, "/activities/" + happening.id(),
                "/activities.ics?community=" + town.community().code, "/activities/" + happening.id() + "/calendar.ics",
                "/api/activities?community=" + town.community().code)) {
            String body = RestAssured.given().header("Accept-Language", "zh-CN").get(address).then().statusCode(200).extract()
                    .asString();
            assertThat(body).as(address).contains("清理楼道").doesNotContain(host.name, host.number);
        }
    }

    @Test
    void aCalendarFollowsWhatBecomesOfAnActivity() {
        Happening later = happenings.published(host, town.community(), "2026-06-08T09:00", "2026-06-08T11:00", null);
        String feed = "/activities.ics?community=" + town.community().code;
        assertThat(calendar(feed)).contains("UID:" + later.slot() + "@shuangbaodao\r\nSEQUENCE:0\r\n",
                "DTSTART;TZID=Asia/Shanghai:20260608T090000\r\n");
        as.api(host).body(Map.of("reason", "暴雨")).post("/api/activities/" + later.id() + "/cancellation").then()
                .statusCode(204);

        String cancelled = calendar("/activities/" + later.id() + "/calendar.ics");

        assertThat(cancelled).contains("UID:" + later.slot() + "@shuangbaodao\r\nSEQUENCE:1\r\n", "STATUS:CANCELLED\r\n");
        assertThat(calendar(feed)).contains("STATUS:CANCELLED", "STATUS:CONFIRMED");
    }

    @Test
    void aMonthOrCommunityNobodyKnowsIsNoError() {
        assertThat(new Pages().get("/activities/log?community=nowhere&month=2026-13").text()).contains("请选择社区");
        assertThat(new Pages().get("/activities?community=nowhere&from=yesterday&page=-3").text()).contains("这里还没有活动");
        RestAssured.given().accept("application/json").get("/api/activities/log?month=2026-06").then().statusCode(422);
        RestAssured.given().accept("application/json").get("/api/activities/log?community=nowhere").then().statusCode(404);
        RestAssured.given().accept("application/json").get("/api/activities/zzz").then().statusCode(404);
    }

    private Member nextDay() {
        return given.member(town.branch());
    }

    private String report(Member member, String activity) {
        Map<String, Object> body = activity == null
                ? Map.of("startedAt", "2026-06-06T13:00", "endedAt", "2026-06-06T14:00", "summary", "陪老王看病", "communityCode",
                        town.community().code)
                : Map.of("startedAt", "2026-06-06T09:00", "endedAt", "2026-06-06T11:00", "activityId", activity);
        return as.api(member).header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/api/records").then()
                .statusCode(201).extract().path("id");
    }

    private void confirm() {
        as.api(host).body(Map.of()).post("/api/activities/" + happening.id() + "/confirmation").then().statusCode(200);
    }

    private Document page() {
        return new Pages().get("/activities/log?community=" + town.community().code + "&month=2026-06");
    }

    private List<String> lines() {
        return page().select("tbody tr").eachText();
    }

    private static String calendar(String address) {
        return RestAssured.given().get(address).then().statusCode(200).contentType("text/calendar").extract().asString();
    }
}
