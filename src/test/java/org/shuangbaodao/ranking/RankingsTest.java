package org.shuangbaodao.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Owner;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RankingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final List<String> BOARDS = List.of("branches", "units", "communities", "members");

    @Inject
    Given town;
    @Inject
    Booked booked;
    @Inject
    Consents consents;
    @Inject
    Rankings rankings;
    @Inject
    TestClock clock;
    @Inject
    Owner owner;

    private final Pages web = new Pages();

    @BeforeEach
    void inTheFourthQuarter() {
        clock.set("2026-11-20T10:00");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void theBoardOfBranchesDividesPointsByMembersAndNumbersTheUpperThird() {
        Town place = town.town();
        Organization second = town.branch(place.committee());
        Organization third = town.branch(place.committee());
        List<Member> members = booked.members(place.branch(), 12);
        booked.points(booked.members(second, 10).get(0), second, null, DAY, 100);
        booked.members(third, 10);
        booked.points(members.get(0), place.branch(), place.community(), DAY, 400);

        JsonPath board = board("branches", "2026-Q4", place.committee());

        assertThat(board.getList("items.code")).containsExactly(place.branch().code, second.code, third.code);
        assertThat(board.getList("items.rank")).containsExactly(1, null, null);
        assertThat(board.getList("items.band")).containsExactly(null, "MIDDLE", "GROWING");
        assertThat(board.getString("items[0].perMember")).isEqualTo("0.33");
        assertThat(board.getInt("items[0].members")).isEqualTo(12);
        assertThat(board.getLong("items[0].minutes")).isEqualTo(60);
        assertThat(board.getBoolean("provisional")).isTrue();
    }

    @Test
    void aSmallBranchStandsInTheRowOfItsParentTogetherWithItsSmallestSibling() {
        Town place = town.town();
        Organization small = town.branch(place.committee());
        Organization large = town.branch(place.committee());
        booked.members(place.branch(), 11);
        booked.points(booked.members(small, 3).get(0), small, null, DAY, 300);
        booked.points(booked.members(large, 20).get(0), large, null, DAY, 100);

        JsonPath board = board("branches", "2026-Q4", place.committee());

        assertThat(board.getList("items.code")).containsExactlyInAnyOrder(place.committee().code, large.code);
        Map<String, Object> merged = board.getMap("items.find { it.code == '" + place.committee().code + "' }");
        assertThat(merged).containsEntry("members", 14).containsEntry("merged", 2);
        assertThat(board("branches", "2026-Q4", small).getList("items")).isEmpty();
        assertThat(board("branches", "2026-Q4", place.branch()).getList("items")).isEmpty();
        assertThat(web.get("/rankings?period=2026-Q4&within=" + small.code).select(".empty")).hasSize(1);
    }

    @Test
    void aUnitShowsEverythingBelowIt() {
        Town place = town.town();
        Organization second = town.branch(place.committee());
        booked.members(place.branch(), 10);
        booked.points(booked.members(second, 15).get(0), second, null, DAY, 500);

        JsonPath board = board("units", "2026-Q4", place.workingCommittee());

        assertThat(board.getList("items.code")).containsExactly(place.committee().code);
        assertThat(board.getInt("items[0].members")).isEqualTo(25);
        assertThat(board.getString("items[0].points")).isEqualTo("5.0");
        assertThat(given().get("/api/rankings/units?period=2026-Q4&within=" + place.workingCommittee().code).asString())
                .contains("\"points\":5.00,").contains("\"perMember\":0.20");
    }

    /** A year is cut as its quarters are: what was too small in one of them stays merged, though it has grown since. */
    @Test
    void aYearDoesNotTellWhatOneOfItsQuartersHides() {
        Town place = town.town();
        Organization growing = town.branch(place.committee());
        booked.members(place.branch(), 12);
        Member first = booked.members(growing, 3).get(0);
        for (int i = 0; i < 9; i++) {
            town.person().in(growing).since(LocalDate.of(2026, 10, 5)).withoutAccount().saved();
        }
        booked.points(first, growing, null, LocalDate.of(2026, 8, 4), 250);
        booked.points(first, growing, null, DAY, 150);

        assertThat(board("branches", "2026-Q4", place.committee()).getList("items.code")).contains(growing.code);
        assertThat(board("branches", "2026-Q3", place.committee()).getList("items.code"))
                .containsExactly(place.committee().code);
        assertThat(board("branches", "2026", place.committee()).getList("items.code"))
                .containsExactly(place.committee().code);
        assertThat(board("branches", "all", place.committee()).getList("items.code"))
                .containsExactly(place.committee().code);
    }

    @Test
    void onlyWhoAgreedIsNamedAndOthersCannotBeWorkedOut() {
        Town place = town.town();
        String open = "赵公开" + Ids.text(Ids.next());
        Member agreed = agreeing(place.branch(), open);
        List<Member> others = booked.members(place.branch(), 11);
        booked.points(others.get(0), place.branch(), place.community(), DAY, 700);
        booked.points(agreed, place.branch(), place.community(), DAY, 300);

        JsonPath board = board("members", "2026-Q4", place.branch());

        assertThat(board.getList("items.name")).containsExactly(open);
        assertThat(board.getList("items.rank")).containsExactly(2);
        given().get("/api/rankings/members?within=" + place.branch().code).then().body("items[0]", not(hasKey("number")))
                .body("items[0].branchName", equalTo(place.branch().name));

        others.subList(0, 7).forEach(each -> say(each, true));

        assertThat(board("members", "2026-Q4", place.branch()).getList("items")).as("four would be left over").isEmpty();
        assertThat(rankings.placesOf(agreed.id, List.of(new Period("2026-Q4"))).get(new Period("2026-Q4")).shown())
                .isEqualTo(OwnPlace.Shown.PROTECTS_OTHERS);
    }

    @Test
    void aNameIsGoneAtTheNextRequestAfterTheConsentIsWithdrawn() {
        Town place = town.town();
        String name = "钱撤回" + Ids.text(Ids.next());
        Member member = agreeing(place.branch(), name);
        booked.points(member, place.branch(), null, DAY, 300);
        booked.members(place.branch(), 11);
        assertThat(web.get("/rankings/members?within=" + place.branch().code).text()).contains(name);

        say(member, false);

        assertThat(web.get("/rankings/members?within=" + place.branch().code).text()).doesNotContain(name);
        assertThat(given().get("/api/rankings/members?within=" + place.branch().code).asString()).doesNotContain(name);
    }

    /**
     * Another process took the word, and this one has not heard that its board is old: ten rows and the branch's sum would
     * tell what the eleventh did.
     */
    @Test
    void whoWithdrawsElsewhereIsNotTheOnlyOneMissingOnAnOldBoard() throws Exception {
        Town place = town.town();
        List<Member> named = IntStream.range(0, 11).mapToObj(i -> agreeing(place.branch(), "吴众人" + i)).toList();
        booked.points(named.get(4), place.branch(), place.community(), DAY, 350);
        assertThat(board("members", "2026-Q4", place.branch()).getList("items")).hasSize(11);

        owner.run("update consent set given = 0 where purpose = 'PUBLIC_NAME' and member_id = " + named.get(4).id);

        assertThat(board("members", "2026-Q4", place.branch()).getList("items")).isEmpty();
    }

    @Test
    void minorsAreNotNamedWhateverTheyAgreedTo() {
        Town place = town.town();
        String name = "孙少年" + Ids.text(Ids.next());
        town.person().in(place.branch()).named(name).born(LocalDate.of(2009, 1, 1)).agreeing(ConsentPurpose.PUBLIC_NAME)
                .withoutAccount().saved();
        booked.members(place.branch(), 11);

        assertThat(board("members", "2026-Q4", place.branch()).getList("items")).isEmpty();
    }

    /** Reads every board in every period and scope, as page and as data. */
    @Test
    void whoDidNotAgreeAppearsNowhere() {
        Town place = town.town();
        String secret = "李保密" + Ids.text(Ids.next());
        Member hidden = town.person().in(place.branch()).named(secret).withoutAccount().saved();
        Member pending = town.person().in(place.branch()).named(secret + "待").pending()
                .agreeing(ConsentPurpose.PUBLIC_NAME).withoutAccount().saved();
        booked.members(place.branch(), 9);
        agreeing(place.branch(), "周公开");
        booked.points(hidden, place.branch(), place.community(), DAY, 800);
        booked.points(hidden, place.branch(), place.community(), LocalDate.of(2026, 7, 9), 100);

        List<String> read = new ArrayList<>();
        for (String board : BOARDS) {
            for (String period : List.of("2026-Q4", "2026-Q3", "2026", "all")) {
                List<Organization> scopes = board.equals("communities")
                        ? List.of(place.area(), place.street(), place.community())
                        : List.of(place.workingCommittee(), place.committee(), place.branch());
                for (Organization scope : scopes) {
                    String query = "?size=200&period=" + period + "&within=" + scope.code;
                    String page = "/rankings" + (board.equals("branches") ? "" : "/" + board) + query;
                    read.add(given().header("Accept", "text/html").get(page).then().statusCode(200).extract().asString());
                    read.add(given().get("/api/rankings/" + board + query).then().statusCode(200).extract().asString());
                }
            }
        }
        read.add(web.get("/").html());

        assertThat(read).hasSize(97).allSatisfy(text -> assertThat(text).doesNotContain(secret)
                .doesNotContain(hidden.number).doesNotContain(pending.number).doesNotContain(Ids.text(hidden.id)));
        assertThat(read).as("the crawl does see names that may be seen").anyMatch(text -> text.contains("周公开"));
    }

    @Test
    void pageAndDataShowTheSameFigures() {
        Town place = town.town();
        Organization second = town.branch(place.committee());
        booked.points(booked.members(place.branch(), 13).get(0), place.branch(), null, DAY, 777);
        booked.points(booked.members(second, 17).get(0), second, null, DAY, 333);

        JsonPath board = board("branches", "2026-Q4", place.committee());
        Document page = web.get("/rankings?period=2026-Q4&within=" + place.committee().code);

        List<Element> rows = page.select("section.board tbody tr");
        assertThat(rows).hasSameSizeAs(board.getList("items"));
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).select("th a").text()).isEqualTo(board.getString("items[" + i + "].name"));
            assertThat(rows.get(i).select("td").eachText()).containsExactly(
                    String.format("%.2f", board.getFloat("items[" + i + "].perMember")),
                    board.getString("items[" + i + "].participation") + "%", "1.0",
                    board.getString("items[" + i + "].members"));
        }
    }

    @Test
    void ranksAreCountedWithinTheScope() {
        Town place = town.town();
        Organization other = town.organization(org.shuangbaodao.organization.OrganizationKind.COMMITTEE,
                place.workingCommittee(), null);
        Organization elsewhere = town.branch(other);
        booked.points(booked.members(elsewhere, 10).get(0), elsewhere, null, DAY, 800);
        booked.points(booked.members(place.branch(), 10).get(0), place.branch(), null, DAY, 100);

        assertThat(board("branches", "2026-Q4", place.workingCommittee()).getList("items.rank")).containsExactly(1, null);
        assertThat(board("branches", "2026-Q4", place.committee()).getList("items.rank")).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-Q5", "tomorrow", "2027-Q1", "2031", "1999" })
    void anUnknownPeriodIsAClearRefusal(String period) {
        given().get("/api/rankings/branches?period=" + period).then().statusCode(422)
                .body("type", equalTo("urn:shuangbaodao:problem:ranking/period-unknown"));
        assertThat(web.open("/rankings/members?period=" + period).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({ "page, -3", "page, 0", "page, 99999999", "size, 0", "size, 100000" })
    void pagingIsClamped(String parameter, String value) {
        given().get("/api/rankings/branches?" + parameter + "=" + value).then().statusCode(200);
        assertThat(web.open("/rankings?" + parameter + "=" + value).status()).isEqualTo(200);
    }

    @Test
    void anUnknownScopeIsNotFound() {
        given().get("/api/rankings/members?within=nowhere").then().statusCode(404)
                .body("type", equalTo("urn:shuangbaodao:problem:organization/unknown"));
        assertThat(web.open("/rankings?within=nowhere").status()).isEqualTo(404);
        given().get("/api/rankings/branches?within=" + town.town().community().code).then().statusCode(404);
    }

    @Test
    void anUnchangedBoardIsNotSentAgain() {
        Town place = town.town();
        booked.members(place.branch(), 10);
        String page = "/rankings?within=" + place.committee().code;
        String tag = given().header("Accept", "text/html").get(page).then().statusCode(200).extract().header("ETag");

        given().header("Accept", "text/html").header("If-None-Match", tag).get(page).then().statusCode(304);
        given().header("Accept", "text/html").header("Accept-Language", "en").header("If-None-Match", tag).get(page).then()
                .statusCode(200);
        booked.points(booked.members(place.branch(), 1).get(0), place.branch(), null, DAY, 50);
        given().header("Accept", "text/html").header("If-None-Match", tag).get(page).then().statusCode(200);
    }

    @Test
    void everyBoardIsDescribed() {
        given().accept("application/json").get("/q/openapi?format=json").then().body("paths.keySet()",
                hasItem("/api/rankings/members"));
    }

    private Member agreeing(Organization branch, String name) {
        return town.person().in(branch).named(name).agreeing(ConsentPurpose.PUBLIC_NAME).withoutAccount().saved();
    }

    private void say(Member member, boolean given) {
        consents.decide(member.id, Map.of(ConsentPurpose.PUBLIC_NAME, given), member.id, ConsentEvent.Channel.PAGE);
    }

    private static JsonPath board(String board, String period, Organization scope) {
        return given().get("/api/rankings/" + board + "?size=200&period=" + period + "&within=" + scope.code).then()
                .statusCode(200).extract().jsonPath();
    }
}
