package org.shuangbaodao.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final LocalDate BEFORE = LocalDate.of(2026, 8, 4);

    @Inject
    Given town;
    @Inject
    Booked booked;
    @Inject
    TestClock clock;

    @BeforeEach
    void inTheFourthQuarter() {
        clock.set("2026-11-20T10:00");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void whoIsLookedForKeepsTheRankHeHasAmongAll() {
        Town place = town.town();
        List<Organization> branches = threeBranches(place);
        Organization second = branches.get(1);

        Document whole = board(place, "");
        Document found = board(place, "&q=" + second.code);

        assertThat(names(whole)).hasSize(3);
        assertThat(names(found)).containsExactly(second.name);
        assertThat(row(found, second).text()).isEqualTo(row(whole, second).text());
        assertThat(found.select(".board-state").text()).contains("找到 1 个", "全部 3 个");
        assertThat(found.select(".stats, .charts")).isEmpty();
    }

    @Test
    void whoIsNotThereIsToldWhyAndSentBack() {
        Town place = town.town();
        threeBranches(place);

        Document nothing = board(place, "&q=火星");

        assertThat(nothing.select(".empty").text()).contains("没有找到", "拼音");
        assertThat(nothing.select(".empty a").attr("href")).contains("within=" + place.committee().code).doesNotContain("q=");
        assertThat(nothing.select("#f-q").val()).isEqualTo("火星");
    }

    @Test
    void whatSomebodyLooksForIsDrawnForHimAlone() {
        Response found = given().get("/rankings?q=支部");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.header("ETag")).isNull();
        assertThat(found.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(found.cookies()).isEmpty();
    }

    @Test
    void aRowSaysHowItMovedAndThePageWhatLiesInTheMiddle() {
        Town place = town.town();
        List<Organization> branches = threeBranches(place);
        booked.points(booked.members(branches.get(1), 1).get(0), branches.get(1), null, BEFORE, 900);
        booked.points(booked.members(branches.get(0), 1).get(0), branches.get(0), null, BEFORE, 100);

        Document page = board(place, "");

        assertThat(row(page, branches.get(0)).select(".change").text()).isEqualTo("新进");
        assertThat(page.select(".stat").eachText()).anyMatch(stat -> stat.startsWith("中位数 "))
                .anyMatch(stat -> stat.startsWith("参与率 "));
        assertThat(page.select("figure[data-chart=line] tbody tr")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.select("figure[data-chart] td[data-value]")).allSatisfy(
                cell -> assertThat(cell.attr("data-value")).isEqualTo(cell.text()));
    }

    @Test
    void aBoardIsSmallEnoughForASlowNetworkAndNeedsNoScript() {
        Response page = given().header("Accept-Encoding", "identity").get("/rankings");

        assertThat(page.asByteArray().length).isLessThan(60_000);
        assertThat(new Pages().get("/rankings").select("script:not([defer]), style, [style]")).isEmpty();
    }

    private List<Organization> threeBranches(Town place) {
        Organization second = town.branch(place.committee());
        Organization third = town.branch(place.committee());
        List<Member> first = booked.members(place.branch(), 12);
        booked.points(first.get(0), place.branch(), place.community(), DAY, 900);
        booked.points(booked.members(second, 12).get(0), second, null, DAY, 300);
        booked.members(third, 12);
        return List.of(place.branch(), second, third);
    }

    private static Document board(Town place, String more) {
        return new Pages().get("/rankings?period=2026-Q4&within=" + place.committee().code + more);
    }

    private static List<String> names(Document page) {
        return page.select(".board tbody th a").eachText();
    }

    private static org.jsoup.nodes.Element row(Document page, Organization branch) {
        return page.select(".board tbody tr:has(a[href$=" + branch.code + "])").first();
    }
}
