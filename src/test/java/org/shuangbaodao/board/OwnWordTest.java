package org.shuangbaodao.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member says about his name holds everywhere from the next request on, and he reads of himself what others read. */
@QuarkusTest
class OwnWordTest {

    // A quarter in which no other test books anything, so that those who have points lead.
    private static final String NOW = "2027-05-20T10:00";
    private static final String QUARTER = "2027-Q2";
    private static final LocalDate DAY = LocalDate.of(2027, 5, 4);

    @Inject
    Given town;
    @Inject
    Booked booked;
    @Inject
    As as;
    @Inject
    TestClock clock;

    @BeforeEach
    void inAQuarterOfItsOwn() {
        clock.set(NOW);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void agreeingAndWithdrawingTakeEffectOnPageCacheApiSearchAndProfile() {
        Town place = town.town();
        String name = "郝自主" + Ids.text(Ids.next());
        Member member = town.person().in(place.branch()).named(name).saved();
        booked.members(place.branch(), 5);
        IntStream.range(0, 10).forEach(i -> agreeing(place, "郝众人" + i));
        booked.points(member, place.branch(), null, DAY, 400);
        String page = "/rankings/members?period=" + QUARTER + "&within=" + place.branch().code;
        String api = "/api" + page;
        String before = visit(page, null).header("ETag");
        assertThat(visit(page, before).statusCode()).isEqualTo(304);
        assertThat(visit(page, null).asString()).contains("郝众人").doesNotContain(name);

        say(member, "yes");

        Response named = visit(page, before);
        assertThat(named.statusCode()).as("the copy from before is not good any more").isEqualTo(200);
        assertThat(named.asString()).contains(name);
        String knownApi = given().get(api).header("ETag");
        assertThat(given().get(api).asString()).contains(name);
        assertThat(given().queryParam("q", name).get(api).jsonPath().getInt("total")).isEqualTo(1);
        assertThat(profile(member)).startsWith("在。");

        say(member, "no");

        Response gone = visit(page, named.header("ETag"));
        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(gone.asString()).doesNotContain(name).contains("郝众人");
        Response goneFromApi = given().header("If-None-Match", knownApi).get(api);
        assertThat(goneFromApi.statusCode()).isEqualTo(200);
        assertThat(goneFromApi.asString()).doesNotContain(name).contains("郝众人");
        assertThat(given().queryParam("q", name).get(api).jsonPath().getInt("total")).isZero();
        assertThat(given().get("/open-data/branches.json?period=" + QUARTER).asString()).doesNotContain(name);
        assertThat(profile(member)).startsWith("不在");
    }

    /** Five leaders of whom two and two are tied: rank among all on the board, in the API and on one's own page. */
    @Test
    void everyTiedMemberReadsOfHimselfTheRankThatOthersRead() {
        Town place = town.town();
        List<Member> leaders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            leaders.add(town.person().in(place.branch()).named("关并列" + i).agreeing(ConsentPurpose.PUBLIC_NAME).saved());
        }
        IntStream.range(0, 10).forEach(i -> agreeing(place, "关众人" + i));
        long[] points = { 90_000, 90_000, 80_000, 70_000, 70_000 };
        for (int i = 0; i < points.length; i++) {
            booked.points(leaders.get(i), place.branch(), null, DAY, points[i]);
        }

        JsonPath api = given().get("/api/rankings/members?size=200&period=" + QUARTER).jsonPath();
        Document page = new Pages().get("/rankings/members?size=200&period=" + QUARTER);

        int[] expected = { 1, 1, 3, 4, 4 };
        for (int i = 0; i < expected.length; i++) {
            String name = leaders.get(i).name;
            Map<String, Object> item = api.getMap("items.find { it.name == '" + name + "' && it.branchName == '"
                    + place.branch().name + "' }");
            assertThat(item).containsEntry("rank", expected[i]);
            Element row = page.select("section.board tbody tr").stream().filter(each -> each.text().contains(name)
                    && each.text().contains(place.branch().name)).findFirst().orElseThrow();
            assertThat(row.select(".rank > [aria-hidden]").text()).isEqualTo(String.valueOf(expected[i]));
            Document own = as.pages(leaders.get(i)).language("en").get("/me");
            assertThat(own.select("tbody tr").get(0).text()).contains(expected[i] + " of all ");
        }
    }

    private void agreeing(Town place, String name) {
        town.person().in(place.branch()).named(name).agreeing(ConsentPurpose.PUBLIC_NAME).withoutAccount().saved();
    }

    private void say(Member member, String given) {
        Pages pages = as.pages(member);
        Document mine = pages.get("/me/consents");
        Element form = mine.select("form:has(input[value=PUBLIC_NAME])").first();
        assertThat(form.select("input[name=given]").val()).isEqualTo(given);
        assertThat(pages.submit((FormElement) form, Map.of()).status()).isEqualTo(303);
    }

    private String profile(Member member) {
        return as.pages(member).get("/me").select("section.card p").first().text();
    }

    private static Response visit(String page, String known) {
        var request = given().header("Accept", "text/html").header("Accept-Language", "zh-CN");
        return (known == null ? request : request.header("If-None-Match", known)).get(page);
    }
}
