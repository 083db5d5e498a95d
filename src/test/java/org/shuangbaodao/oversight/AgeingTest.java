package org.shuangbaodao.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long things wait and with whom, and who is told that it is his turn now. */
@QuarkusTest
class AgeingTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    EscalationTidings tidings;
    @Inject
    WorkingDays workingDays;

    private Given.Town town;
    private Member member;
    private Member host;
    private Member street;

    @BeforeEach
    void aTown() {
        town = given.town();
        member = given.member(town.branch());
        host = given.communitySecretary(town.community());
        street = given.officer(town.street());
    }

    @AfterEach
    void theUsualTime() {
        clock.reset();
    }

    @Test
    void theFiguresAreThoseOfTheRecords() {
        reported("2026-09-14", town.community());
        reported("2026-10-09", town.community());
        reported("2026-10-16", town.community());
        Organization vacant = given.community(town.street());
        reported("2026-10-15", vacant);
        clock.set("2026-10-19T18:00");

        JsonPath report = ageing(street, "");

        assertThat(report.getMap("totals")).containsAllEntriesOf(
                Map.of("offices", 2, "waiting", 4, "fresh", 2, "ageing", 1, "escalated", 1));
        assertThat(report.getList("items.code")).containsExactly(town.community().code, vacant.code);
        assertThat(report.getMap("items[0]")).containsAllEntriesOf(Map.of("step", "CONFIRMATION", "office",
                "COMMUNITY_SECRETARY", "holders", List.of(host.name), "waiting", 3, "fresh", 1, "ageing", 1, "escalated", 1,
                "oldest", "2026-09-14"));
        assertThat(report.getList("items[1].holders")).isEmpty();

        assertThat(ageing(host, "").getList("items.code")).containsExactly(town.community().code);
        assertThat(ageing(street, "?within=" + vacant.code).getInt("totals.waiting")).isEqualTo(1);
        assertThat(ageing(given.officer(town.committee()), "").getInt("totals.waiting")).isZero();
        as.api(member).get("/api/review/ageing").then().statusCode(403);
        as.api(host).get("/api/review/ageing?within=" + vacant.code).then().statusCode(403);
    }

    @Test
    void theClassesAgreeWithTheCalendarOverHolidaysAndWeekends() {
        for (LocalDate today = LocalDate.of(2026, 9, 18); today.isBefore(LocalDate.of(2026, 10, 20)); today = today
                .plusDays(1)) {
            AgeClasses ages = AgeClasses.on(today, workingDays);
            for (LocalDate since = today.minusDays(30); !since.isAfter(today); since = since.plusDays(1)) {
                int age = workingDays.between(since, today);
                for (String hour : List.of("00:00", "23:59")) {
                    Instant at = since.atTime(LocalTime.parse(hour)).atZone(BusinessTime.ZONE).toInstant();
                    assertThat(at.isBefore(ages.ageing())).as("%s on %s", since, today).isEqualTo(age >= 6);
                    assertThat(at.isBefore(ages.escalated())).as("%s on %s", since, today).isEqualTo(age >= 10);
                }
            }
        }
    }

    @Test
    void whatIsConfirmedWaitsWithTheBranch() {
        String id = reported("2026-10-12", town.community());
        Member secretary = given.secretary(town.branch());
        confirmed(id, "2026-10-13");
        clock.set("2026-10-19T18:00");

        JsonPath report = ageing(given.officer(town.committee()), "");

        assertThat(report.getMap("items[0]")).containsAllEntriesOf(Map.of("code", town.branch().code, "step", "AWARD", "office",
                "BRANCH_SECRETARY", "holders", List.of(secretary.name), "waiting", 1, "oldest", "2026-10-13"));
        assertThat(ageing(street, "").getList("items")).isEmpty();
    }

    @Test
    void theMedianIsThatOfTheQuarterBefore() {
        confirmed(reported("2026-08-03", town.community()), "2026-08-04");
        confirmed(reported("2026-08-05", town.community()), "2026-08-07");
        confirmed(reported("2026-08-10", town.community()), "2026-08-20");
        confirmed(reported("2026-10-09", town.community()), "2026-10-12");
        reported("2026-10-16", town.community());
        clock.set("2026-10-19T18:00");

        assertThat(ageing(street, "").getFloat("items[0].medianDays")).isEqualTo(2.0f);
        assertThat(ageing(street, "").getString("decidedIn")).isEqualTo("2026-Q3");
    }

    @Test
    void pageAndFileSayTheSame() {
        reported("2026-09-14", town.community());
        clock.set("2026-10-19T18:00");
        Pages pages = as.pages(street);

        Document page = pages.get("/review/ageing");
        Pages.Answer file = pages.open("/review/ageing.csv");

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains(town.community().name, host.name, "2026-09-14");
        assertThat(page.select("tbody a[href^=/review?]").attr("href"))
                .isEqualTo("/review?step=confirmation&place=" + town.community().code);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        String text = new String(file.response().asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF组织代码,");
        assertThat(text.lines().skip(1)).containsExactly("\"%s\",\"%s\",\"确认\",\"社区党组织书记\",\"%s\",1,0,0,1,2026-09-14,"
                .formatted(town.community().code, town.community().name, host.name));
    }

    @Test
    void thoseAboveAreToldOnceThatItIsTheirTurn() {
        reported("2026-09-14", town.community());
        clock.set("2026-09-22T09:00");
        tidings.tell();
        assertThat(told(street)).isZero();

        clock.set("2026-10-19T18:00");
        tidings.tell();
        tidings.tell();

        assertThat(told(street)).isEqualTo(1);
        assertThat(told(host)).isZero();
        assertThat(as.pages(street).get("/review?step=confirmation").select("input[name=item]")).hasSize(1);
    }

    private long told(Member who) {
        return as.pages(who).get("/me/inbox").select("tbody th").eachText().stream()
                .filter(text -> text.contains("现在轮到您办理")).count();
    }

    private JsonPath ageing(Member who, String query) {
        return as.api(who).get("/api/review/ageing" + query).then().statusCode(200).extract().jsonPath();
    }

    private String reported(String day, Organization community) {
        clock.set(day + "T10:00");
        return as.api(member).header("Idempotency-Key", UUID.randomUUID().toString()).body(Map.of("startedAt", day + "T08:00",
                "endedAt", day + "T09:00", "summary", "小区门口值守", "communityCode", community.code)).post("/api/records").then()
                .statusCode(201).extract().path("id");
    }

    private void confirmed(String id, String day) {
        clock.set(day + "T10:00");
        as.api(host).body(Map.of()).post("/api/records/" + id + "/confirmation").then().statusCode(200);
    }
}
