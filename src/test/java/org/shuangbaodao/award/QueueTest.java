package org.shuangbaodao.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking for some of what waits, and deciding on much at once. */
@QuarkusTest
class QueueTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    EntityManagerFactory factory;

    private Given.Town town;
    private Member member;
    private Member host;

    @BeforeEach
    void aTown() {
        town = given.town();
        member = given.person().in(town.branch()).named("欧阳测").saved();
        host = given.communitySecretary(town.community());
    }

    @Test
    void eachFilterFindsItsOwn() {
        Organization otherBranch = given.branch(town.committee());
        Member other = given.person().in(otherBranch).named("司马验").saved();
        Happenings.Happening cleaning = happenings.published(host, town.community(), "2026-10-19T19:00", "2026-10-19T20:00",
                null);
        String plain = reported(member, Map.of("startedAt", "2026-10-12T09:00", "endedAt", "2026-10-12T10:00"));
        String late = reported(member, Map.of("startedAt", "2026-09-25T09:00", "endedAt", "2026-09-25T10:00", "lateReason",
                "出差"));
        String longDay = reported(member, Map.of("startedAt", "2026-10-14T08:00", "endedAt", "2026-10-14T17:00"));
        String behalf = reported(given.holder(org.shuangbaodao.member.Office.GRID_WORKER, town.community()),
                Map.of("startedAt", "2026-10-15T09:00", "endedAt", "2026-10-15T10:00", "memberNumber", other.number,
                        "consentNote",
                        "电话里同意"));
        String theirs = reported(other, Map.of("startedAt", "2026-10-16T09:00", "endedAt", "2026-10-16T10:00"));

        assertThat(found("")).containsExactly(plain, late, longDay, behalf, theirs);
        assertThat(found("&mark=late")).containsExactly(late);
        assertThat(found("&mark=long-day")).containsExactly(longDay);
        assertThat(found("&mark=behalf")).containsExactly(behalf);
        assertThat(found("&mark=overlap")).isEmpty();
        assertThat(found("&place=" + otherBranch.code)).containsExactly(behalf, theirs);
        assertThat(found("&place=" + town.committee().code)).hasSize(5);
        assertThat(found("&place=nowhere")).isEmpty();
        assertThat(found("&from=2026-10-12&to=2026-10-14")).containsExactly(plain, longDay);
        assertThat(found("&q=马验")).containsExactly(behalf, theirs);
        assertThat(found("&q=" + member.number.toLowerCase())).containsExactly(plain, late, longDay);
        assertThat(found("&q=%25")).isEmpty();
        assertThat(found("&activity=personal")).hasSize(5);
        assertThat(found("&activity=" + cleaning.id())).isEmpty();
        assertThat(found("&q=马验&mark=behalf")).containsExactly(behalf);
        as.api(host).get("/api/review?from=yesterday").then().statusCode(422);
    }

    @Test
    void theFilterStaysAfterADecisionAndNothingMatchesIsNotNothingWaits() {
        for (int day = 12; day < 15; day++) {
            reported(member, Map.of("startedAt", "2026-10-%dT09:00".formatted(day), "endedAt",
                    "2026-10-%dT10:00".formatted(day)));
        }
        Pages pages = as.pages(host);
        Document filtered = pages.get("/review?step=confirmation&from=2026-10-14");
        assertThat(filtered.select("input[name=item]")).hasSize(1);
        assertThat(filtered.text()).contains("符合条件 1 条，全部 3 条");
        assertThat(filtered.selectFirst("details").hasAttr("open")).isTrue();

        Document after = pages.submit((FormElement) filtered.selectFirst("form.review"),
                Map.of("item", items(filtered), "verb", "confirm")).page();

        assertThat(after.text()).contains("已办理 1 条", "没有符合条件的记录", "共 2 条").doesNotContain("没有等您办理的记录");
        assertThat(after.selectFirst("input[name=from]").val()).isEqualTo("2026-10-14");
        Document all = pages.get("/review?step=confirmation");
        assertThat(all.selectFirst("details").hasAttr("open")).isFalse();
        pages.submit((FormElement) all.selectFirst("form.review"), Map.of("item", items(all), "verb", "confirm"));
        assertThat(pages.get("/review?step=confirmation").text()).contains("没有等您办理的记录");
    }

    @Test
    void aDayThatIsNoneIsRefusedBesideItsField() {
        Pages.Answer answer = as.pages(host).open("/review?from=2026-02-30");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().selectFirst("input[name=from]").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void whatTheMemberDeniesIsListedAndNotDecided() {
        Member worker = given.holder(org.shuangbaodao.member.Office.GRID_WORKER, town.community());
        Member secretary = given.secretary(town.branch());
        String id = reported(worker, Map.of("startedAt", "2026-10-15T09:00", "endedAt", "2026-10-15T10:00", "memberNumber",
                member.number, "consentNote", "电话里同意"));
        as.api(host).body(Map.of()).post("/api/records/" + id + "/confirmation").then().statusCode(200);
        as.api(member).body(Map.of("reason", "我没有去")).post("/api/records/" + id + "/repudiation").then().statusCode(200);

        Document queue = as.pages(secretary).get("/review?step=award");
        assertThat(queue.select("input[name=item]")).isEmpty();
        assertThat(queue.text()).contains("另有 1 条本人说没有参加");

        Document held = as.pages(secretary).get("/review?step=award&mark=held");
        assertThat(held.select("input[name=item]")).isEmpty();
        assertThat(held.select("a[href=/records/" + id + "]")).hasSize(1);
    }

    @Test
    void twoHundredTickedRowsAreOneRequestAndSafeToRepeat() {
        List<String> ids = IntStream.range(0, 200).mapToObj(this::oneOfMany).toList();
        Pages pages = as.pages(host);
        assertThat(pages.get("/review?step=confirmation").select("input[name=item]")).hasSize(50);
        Document ticked = pages.get("/review?step=confirmation&size=200&all=yes");
        assertThat(ticked.select("input[name=item][checked]")).hasSize(200);

        FormElement form = (FormElement) ticked.selectFirst("form.review");
        Document done = pages.submit(form, Map.of("verb", "confirm")).page();
        Document again = pages.submit(form, Map.of("verb", "confirm")).page();

        assertThat(done.text()).contains("已办理 200 条");
        assertThat(again.text()).contains("已办理 0 条", "有 200 条没有办成");
        List<Map<String, Object>> rows = as.api(given.secretary(town.branch()))
                .body(Map.of("verb", "AWARD", "items", ids.stream().map(id -> Map.of("id", id)).toList()))
                .post("/api/records/decisions").then().statusCode(200).extract().path("results");
        assertThat(rows).hasSize(200).allSatisfy(row -> assertThat(row.get("done")).isEqualTo(true));
    }

    @Test
    void moreRowsTakeNoMoreStatements() {
        reported(member, Map.of("startedAt", "2026-10-12T09:00", "endedAt", "2026-10-12T10:00"));
        long forOne = statements();
        for (int day = 13; day < 19; day++) {
            Member another = given.member(given.branch(town.committee()));
            reported(another, Map.of("startedAt", "2026-10-%dT09:00".formatted(day), "endedAt",
                    "2026-10-%dT10:00".formatted(day)));
        }

        assertThat(statements()).isLessThanOrEqualTo(forOne);
    }

    private long statements() {
        as.api(host).get("/api/review?step=confirmation").then().statusCode(200);
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        boolean before = statistics.isStatisticsEnabled();
        statistics.setStatisticsEnabled(true);
        String token = as.token(host);
        statistics.clear();
        io.restassured.RestAssured.given().header("Authorization", "Bearer " + token).accept("application/json")
                .get("/api/review?step=confirmation").then().statusCode(200);
        long counted = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(before);
        assertThat(counted).isPositive();
        return counted;
    }

    private String oneOfMany(int number) {
        int day = 1 + number / 12;
        int hour = 8 + number % 12;
        return reported(member, Map.of("startedAt", "2026-10-%02dT%02d:00".formatted(day, hour), "endedAt",
                "2026-10-%02dT%02d:30".formatted(day, hour), "lateReason", "月底一起报"));
    }

    private List<String> found(String filter) {
        return as.api(host).get("/api/review?step=confirmation" + filter).then().statusCode(200).extract().path("items.id");
    }

    private static List<String> items(Document queue) {
        return queue.select("input[name=item]").stream().map(Element::val).toList();
    }

    private String reported(Member who, Map<String, String> facts) {
        Map<String, Object> report = new HashMap<>(Map.of("summary", "小区门口值守", "communityCode", town.community().code));
        report.putAll(facts);
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString()).body(report).post("/api/records").then()
                .statusCode(201).extract().path("id");
    }
}
