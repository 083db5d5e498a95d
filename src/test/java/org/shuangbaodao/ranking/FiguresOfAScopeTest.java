package org.shuangbaodao.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a board says beside its ranks: movement, participation, the middle, the way there. */
@QuarkusTest
class FiguresOfAScopeTest {

    private static final LocalDate THEN = LocalDate.of(2026, 8, 4);
    private static final LocalDate NOW = LocalDate.of(2026, 11, 3);
    private static final Period THIRD = new Period("2026-Q3");
    private static final Period FOURTH = new Period("2026-Q4");

    @Inject
    Given town;
    @Inject
    Booked booked;
    @Inject
    Rankings rankings;
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
    void changeIsToldOfTheUpperBandOnly() {
        Town place = town.town();
        List<Organization> branches = branches(place, 6);
        long[] then = { 600, 500, 400, 300, 0, 0 };
        long[] now = { 100, 900, 700, 0, 0, 0 };
        for (int i = 0; i < branches.size(); i++) {
            Member member = booked.members(branches.get(i), 10).get(0);
            booked.points(member, branches.get(i), null, THEN, then[i]);
            booked.points(member, branches.get(i), null, NOW, now[i]);
        }

        List<Map<String, Object>> rows = board("branches", "2026-Q4", place.committee()).getList("items");

        assertThat(rows.get(0)).containsEntry("code", branches.get(1).code).containsEntry("change", 1)
                .doesNotContainKey("entered");
        assertThat(rows.get(1)).containsEntry("code", branches.get(2).code).containsEntry("entered", true)
                .doesNotContainKey("change");
        assertThat(rows.subList(2, 6)).as("who fell out of the band is not pilloried")
                .allSatisfy(row -> assertThat(row).doesNotContainKeys("change", "entered"));
    }

    @Test
    void whereNobodyLedBeforeNobodyIsNew() {
        Town place = town.town();
        booked.points(booked.members(place.branch(), 10).get(0), place.branch(), null, NOW, 300);

        assertThat(board("branches", "2026-Q4", place.committee()).getMap("items[0]")).containsEntry("rank", 1)
                .doesNotContainKeys("change", "entered");
        assertThat(board("branches", "all", place.committee()).getMap("items[0]")).doesNotContainKeys("change", "entered");
    }

    @Test
    void aMemberWhoWasNamedThenSeesHisWayOnBoardAndProfileAlike() {
        Town place = town.town();
        Member first = agreeing(place, "周甲");
        Member second = agreeing(place, "周乙");
        for (int i = 0; i < 10; i++) {
            agreeing(place, "周众" + i);
        }
        booked.points(first, place.branch(), null, THEN, 500);
        booked.points(second, place.branch(), null, THEN, 900);
        booked.points(first, place.branch(), null, NOW, 800);
        booked.points(second, place.branch(), null, NOW, 300);

        JsonPath board = board("members", "2026-Q4", place.branch());

        assertThat(board.getList("items.name").subList(0, 2)).containsExactly("周甲", "周乙");
        assertThat(board.getList("items.change").subList(0, 2)).containsExactly(1, -1);
        assertThat(rankings.placesOf(first.id, List.of(FOURTH)).get(FOURTH).change())
                .isEqualTo(changeAmongAll(first));
    }

    // As the board of everybody tells it.
    private Change changeAmongAll(Member member) {
        return rankings.members(FOURTH, null, 1, 10_000).rows().items().stream()
                .filter(placed -> placed.row().id() == member.id).findFirst().orElseThrow().change();
    }

    /** Then the four who had not agreed kept the whole branch unnamed: his rank of then would be new knowledge. */
    @Test
    void whoWasNotNamedThenIsNewWhereverHeStood() {
        Town place = town.town();
        Member leader = agreeing(place, "吴先");
        for (int i = 0; i < 7; i++) {
            agreeing(place, "吴众" + i);
        }
        booked.members(place.branch(), 4);
        town.person().in(place.branch()).since(LocalDate.of(2026, 10, 5)).withoutAccount().saved();
        booked.points(leader, place.branch(), null, THEN, 900);
        booked.points(leader, place.branch(), null, NOW, 900);

        assertThat(board("members", "2026-Q3", place.branch()).getList("items")).isEmpty();
        assertThat(board("members", "2026-Q4", place.branch()).getMap("items[0]")).containsEntry("name", "吴先")
                .containsEntry("entered", true).doesNotContainKey("change");
    }

    @Test
    void participationIsToldInFivesOfRowsAndOfTheScope() {
        Town place = town.town();
        Organization second = town.branch(place.committee());
        booked.members(place.branch(), 13).subList(0, 8)
                .forEach(member -> booked.points(member, place.branch(), null, NOW, 100));
        booked.members(second, 11).subList(0, 2).forEach(member -> booked.points(member, second, null, NOW, 50));

        JsonPath board = board("branches", "2026-Q4", place.committee());

        assertThat(board.getList("items.participants")).containsExactly(10, 0);
        assertThat(board.getList("items.participation")).containsExactly(76, 0);
        assertThat(board.getMap("scope")).containsEntry("rows", 2).containsEntry("members", 24)
                .containsEntry("participants", 10).containsEntry("participation", 41).containsEntry("pendingAbout", 0);
        assertThat(board("units", "2026-Q4", place.workingCommittee()).getMap("items[0]")).containsEntry("participants", 10);
        assertThat(board("communities", "2026-Q4", place.area()).getMap("scope")).doesNotContainKey("participants");
    }

    @Test
    void theMedianIsTheFigureOfARow() {
        Town place = town.town();
        List<Organization> branches = branches(place, 4);
        long[] points = { 999, 700, 501, 100 };
        for (int i = 0; i < 2; i++) {
            booked.points(booked.members(branches.get(i), 10).get(0), branches.get(i), null, NOW, points[i]);
        }
        assertThat(board("branches", "2026-Q4", place.committee()).getMap("scope")).doesNotContainKey("median");
        for (int i = 2; i < 4; i++) {
            booked.points(booked.members(branches.get(i), 10).get(0), branches.get(i), null, NOW, points[i]);
        }

        assertThat(board("branches", "2026-Q4", place.committee()).getFloat("scope.median")).isEqualTo(0.50f);
    }

    @Test
    void aSearchKeepsTheRanksOfTheScope() {
        Town place = town.town();
        List<Organization> branches = branches(place, 3);
        for (int i = 0; i < 3; i++) {
            booked.points(booked.members(branches.get(i), 10).get(0), branches.get(i), null, NOW, 300 - 100 * i);
        }
        Organization first = branches.get(0);

        JsonPath byName = board("branches", "2026-Q4", place.committee(), first.name.substring(2).toLowerCase());
        assertThat(byName.getList("items.code")).containsExactly(first.code);
        assertThat(byName.getInt("items[0].rank")).isEqualTo(1);
        assertThat(byName.getInt("total")).isEqualTo(1);
        assertThat(byName.getInt("scope.rows")).as("the scope is not what was looked for").isEqualTo(3);
        assertThat(board("branches", "2026-Q4", place.committee(), branches.get(2).name).getMap("items[0]"))
                .containsEntry("band", "GROWING");
        assertThat(board("branches", "2026-Q4", place.committee(), "ceshi").getInt("total")).isEqualTo(3);
        assertThat(board("branches", "2026-Q4", place.committee(), "没有这个").getList("items")).isEmpty();
    }

    @Test
    void onlyNamedMembersAreFound() {
        Town place = town.town();
        String mark = Ids.text(Ids.next());
        Member named = agreeing(place, "郑寻" + mark);
        town.person().in(place.branch()).named("郑寻" + mark + "匿").withoutAccount().saved();
        booked.members(place.branch(), 10);
        booked.points(named, place.branch(), null, NOW, 100);

        assertThat(board("members", "2026-Q4", place.branch(), "郑寻" + mark).getList("items.name"))
                .containsExactly(named.name);
        assertThat(board("members", "2026-Q4", place.branch(), "zheng xun").getInt("total")).isEqualTo(1);
        assertThat(board("members", "2026-Q4", place.branch(), "%").getInt("total")).isZero();
        assertThat(board("members", "2026-Q4", place.branch(), "寻").getInt("total")).isZero();
    }

    @Test
    void theTrendSaysOfEachPeriodWhatItsBoardSays() {
        Town place = town.town();
        booked.members(place.branch(), 12).subList(0, 6).forEach(member -> {
            booked.points(member, place.branch(), null, THEN, 150);
            booked.points(member, place.branch(), null, NOW, 250);
        });

        Trend trend = rankings.trend(BoardKind.BRANCHES, FOURTH, place.committee());

        assertThat(trend.complete()).isTrue();
        assertThat(trend.points()).hasSizeLessThanOrEqualTo(8).extracting(Trend.Point::period).endsWith(THIRD, FOURTH);
        for (Trend.Point point : trend.points()) {
            JsonPath board = board("branches", point.period().key(), place.committee());
            assertThat(point.members()).isEqualTo(board.getInt("scope.members"));
            assertThat(point.minutes()).isEqualTo(board.getLong("scope.minutes"));
        }
        assertThat(trend.points().get(trend.points().size() - 1).perMember()).hasToString("1.25");
        assertThat(rankings.trend(BoardKind.UNITS, THIRD, place.committee()).points()).extracting(Trend.Point::period)
                .endsWith(THIRD);
        assertThat(rankings.trend(BoardKind.BRANCHES, Period.ALL, null).points()).extracting(Trend.Point::period)
                .endsWith(new Period("2026")).allMatch(Period::isYear);
    }

    /** A point is told as the period's own board tells it: nothing of a branch that was too small then. */
    @Test
    void theTrendHidesWhatThePeriodHides() {
        Town place = town.town();
        booked.points(booked.members(place.branch(), 3).get(0), place.branch(), null, THEN, 500);
        for (int i = 0; i < 9; i++) {
            town.person().in(place.branch()).since(LocalDate.of(2026, 10, 5)).withoutAccount().saved();
        }

        List<Trend.Point> points = rankings.trend(BoardKind.BRANCHES, FOURTH, place.branch()).points();

        assertThat(points.get(points.size() - 2).perMember()).isNull();
        assertThat(points.get(points.size() - 2).minutes()).isZero();
        assertThat(points.get(points.size() - 1).members()).isEqualTo(12);
    }

    @Test
    void aBoardOfThePastIsMadeAnewForItsOwnEntriesOnly() {
        Town place = town.town();
        Member member = booked.members(place.branch(), 10).get(0);
        booked.points(member, place.branch(), null, THEN, 100);
        booked.points(member, place.branch(), null, NOW, 100);
        String past = board("branches", "2026-Q3", place.branch()).getString("asOf");
        String running = board("branches", "2026-Q4", place.branch()).getString("asOf");
        clock.set("2026-11-20T10:05");

        booked.points(member, place.branch(), null, NOW, 100);
        assertThat(board("branches", "2026-Q4", place.branch()).getString("asOf")).isNotEqualTo(running);
        assertThat(board("branches", "2026-Q3", place.branch()).getString("asOf")).isEqualTo(past);

        booked.points(member, place.branch(), null, THEN, 100);
        JsonPath anew = board("branches", "2026-Q3", place.branch());
        assertThat(anew.getString("asOf")).isNotEqualTo(past);
        assertThat(anew.getFloat("items[0].points")).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsKnownIsNotSentAgain() {
        Town place = town.town();
        Member member = booked.members(place.branch(), 10).get(0);
        String address = "/api/rankings/branches?period=2026-Q4&within=" + place.branch().code;
        String tag = given().get(address).header("ETag");

        assertThat(given().header("If-None-Match", tag).get(address).statusCode()).isEqualTo(304);
        assertThat(given().get(address).header("Cache-Control")).isEqualTo("no-cache");
        booked.points(member, place.branch(), null, NOW, 100);
        assertThat(given().header("If-None-Match", tag).get(address).statusCode()).isEqualTo(200);
    }

    private List<Organization> branches(Town place, int count) {
        return Stream.concat(Stream.of(place.branch()),
                Stream.generate(() -> town.branch(place.committee())).limit(count - 1)).toList();
    }

    private Member agreeing(Town place, String name) {
        return town.person().in(place.branch()).named(name).agreeing(ConsentPurpose.PUBLIC_NAME).withoutAccount().saved();
    }

    private static JsonPath board(String board, String period, Organization scope) {
        return board(board, period, scope, "");
    }

    private static JsonPath board(String board, String period, Organization scope, String sought) {
        return given().queryParams("size", 200, "period", period, "within", scope.code, "q", sought)
                .get("/api/rankings/" + board).then().statusCode(200).extract().jsonPath();
    }
}
