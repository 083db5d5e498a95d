package org.shuangbaodao.opendata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Reorganization;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenDataTest {

    private static final LocalDate THEN = LocalDate.of(2026, 8, 4);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Inject
    Given town;
    @Inject
    Booked booked;
    @Inject
    Reorganization reorganization;
    @Inject
    Rankings rankings;
    @Inject
    TestClock clock;

    private final Pages web = new Pages();

    @BeforeEach
    void inTheFourthQuarter() {
        clock.set("2026-11-20T10:00");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    /** Ties, movements, rows merged of small ones: whatever a board can hold. Page by page, three rows at a time. */
    @ParameterizedTest
    @ValueSource(strings = { "branches", "units", "communities" })
    void everyRowOfEveryPageIsInTheFileAndInTheApiWithTheSameFigures(String board) throws IOException {
        Town place = populated();
        String within = board.equals("communities") ? place.area().code : place.workingCommittee().code;

        JsonPath first = api(board, within, 1);
        List<Map<String, Object>> items = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        int pages = (first.getInt("total") + 2) / 3;
        for (int page = 1; page <= pages; page++) {
            items.addAll(api(board, within, page).getList("items"));
            Document shown = web.get("/rankings" + (board.equals("branches") ? "" : "/" + board)
                    + "?period=2026-Q4&size=3&within=" + within + "&page=" + page);
            shown.select("section.board tbody tr").forEach(row -> rows.add(List.of(row.select(".rank > [aria-hidden]").text(),
                    row.select("th").text(), row.select(".board-score").text())));
        }
        List<CSVRecord> csv = csv(board, "?period=2026-Q4&within=" + within);
        JsonPath json = file(board + ".json", "?period=2026-Q4&within=" + within).jsonPath();

        assertThat(items).isNotEmpty().isEqualTo(json.getList("items")).hasSameSizeAs(csv).hasSameSizeAs(rows);
        assertThat(json.getMap("scope")).isEqualTo(first.getMap("scope"));
        for (int i = 0; i < items.size(); i++) {
            Map<String, Object> item = items.get(i);
            CSVRecord line = csv.get(i);
            assertThat(line.toMap()).containsEntry("period", "2026-Q4").containsEntry("within", within)
                    .containsEntry("asOf", json.getString("asOf")).containsEntry("provisional", "true");
            Arrays.stream(Column.values()).skip(4).map(Column::header).forEach(column -> assertThat(same(line.get(column)))
                    .as("%s of row %s", column, line).isEqualTo(same(item.getOrDefault(column, "").toString())));
            assertThat(rows.get(i).get(0)).isEqualTo(line.get("rank"));
            assertThat(rows.get(i).get(1)).contains(line.get("name"));
            assertThat(rows.get(i).get(2)).isEqualTo(line.get("perMember"));
        }
    }

    // JSON leaves the zeros at the end to its reader.
    private static Object same(String text) {
        return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text).stripTrailingZeros() : text;
    }

    @Test
    void equalFiguresShareARankAndTheNextIsSkippedInEveryPlace() throws IOException {
        Town place = town.town();
        List<Organization> branches = Stream.concat(Stream.of(place.branch()),
                Stream.generate(() -> town.branch(place.committee())).limit(8)).toList();
        int[] members = { 10, 12, 10, 10, 10, 10, 10, 10, 10 };
        long[] points = { 500, 600, 400, 300, 0, 0, 0, 0, 0 };
        for (int i = 0; i < members.length; i++) {
            Member member = booked.members(branches.get(i), members[i]).get(0);
            booked.points(member, branches.get(i), null, DAY, points[i]);
        }
        String within = place.committee().code;

        List<String> file = csv("branches", "?period=2026-Q4&within=" + within).stream().map(row -> row.get("rank"))
                .filter(rank -> !rank.isEmpty()).toList();
        List<String> page = web.get("/rankings?period=2026-Q4&within=" + within).select("section.board .rank > [aria-hidden]")
                .eachText();

        assertThat(file).containsExactly("1", "1", "3").isEqualTo(page);
        assertThat(api("branches", within, 1).getList("items.rank")).containsExactly(1, 1, 3);
    }

    @Test
    void theFileIsOneThatSpreadsheetsAndProgramsRead() {
        Town place = town.town();
        booked.points(booked.members(place.branch(), 10).get(0), place.branch(), null, DAY, 100);

        Response file = file("branches.csv", "?period=2026-Q4&within=" + place.branch().code);

        assertThat(file.contentType()).isEqualToIgnoringWhitespace("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"branches-2026-Q4-" + place.branch().code + ".csv\"");
        assertThat(file.header("Link")).contains("rel=\"describedby\"");
        byte[] bytes = file.asByteArray();
        assertThat(Arrays.copyOf(bytes, 3)).as("byte order mark").containsExactly(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        assertThat(text.split("\r\n", -1)).hasSize(3).endsWith("");
        assertThat(text)
                .startsWith(Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(",")) + "\r\n");
    }

    @Test
    void aNameThatLooksLikeAFormulaIsText() throws IOException {
        Town place = town.town();
        booked.members(place.branch(), 10);
        String evil = "=HYPERLINK(\"http://evil.example\",\"a,b\")";
        reorganization.rename(place.branch().code, evil,
                new Reorganization.Decision(LocalDate.of(2026, 11, 1), "组发〔2026〕9号", null));

        assertThat(csv("branches", "?within=" + place.branch().code).get(0).get("name")).isEqualTo("'" + evil);
        assertThat(file("branches.json", "?within=" + place.branch().code).jsonPath().getString("items[0].name"))
                .isEqualTo(evil);
    }

    @Test
    void aFileThatIsKnownIsNotSentAgainUntilItChanges() {
        Town place = town.town();
        Member member = booked.members(place.branch(), 10).get(0);
        booked.points(member, place.branch(), null, DAY, 100);
        for (String name : List.of("branches.csv", "branches.json")) {
            String address = "/open-data/" + name + "?period=2026-Q4&within=" + place.branch().code;
            Response first = given().header("Accept-Encoding", "identity").get(address);
            String tag = first.header("ETag");

            assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
            Response again = given().header("If-None-Match", tag).get(address);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(given().header("Accept-Encoding", "gzip").get(address).asString()).isEqualTo(first.asString());

            booked.points(member, place.branch(), null, DAY, 100);
            assertThat(given().header("If-None-Match", tag).get(address).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void thereIsNoFileOfPersons() {
        assertThat(given().get("/open-data/members.csv").statusCode()).isEqualTo(404);
        assertThat(given().get("/open-data/members.json").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsAskedForWronglyIsRefusedAsOnTheBoards() {
        assertThat(given().get("/open-data/branches.csv?period=tomorrow").statusCode()).isEqualTo(422);
        given().accept("application/json").get("/open-data/branches.json?within=nowhere").then().statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh-CN", "zh-TW", "en" })
    void thePageExplainsEveryColumnInEveryLanguage(String language) {
        Document page = new Pages().language(language).get("/open-data");

        assertThat(page.select("tbody th code").eachText())
                .isEqualTo(Arrays.stream(Column.values()).map(Column::header).toList());
        assertThat(page.select("tbody tr:has(th code) td")).allSatisfy(cell -> assertThat(cell.text()).isNotBlank());
        assertThat(page.select("a[rel=license]").attr("href")).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(page.select("main form")).isEmpty();
        int periods = Math.min(2, rankings.quarters().size()) + 2;
        assertThat(page.select("a[download]").eachAttr("href")).hasSize(3 * 2 * periods).allSatisfy(
                link -> assertThat(given().get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void theDictionaryDescribesTheColumnsOfEachFile() {
        JsonPath dictionary = file("dictionary.json", "").jsonPath();

        assertThat(dictionary.getList("tables.url")).containsExactly("branches.csv", "units.csv", "communities.csv");
        assertThat(dictionary.getList("tables[0].tableSchema.columns.name"))
                .isEqualTo(Arrays.stream(Column.values()).map(Column::header).toList());
        assertThat(dictionary.getList("tables[2].tableSchema.columns.'dc:description'.'zh-TW'")).doesNotContainNull()
                .hasSize(Column.values().length);
    }

    private Town populated() {
        Town place = town.town();
        for (int i = 0; i < 7; i++) {
            Organization branch = i == 0 ? place.branch() : town.branch(place.committee());
            Organization community = i == 0 ? place.community() : town.community(place.street());
            List<Member> members = booked.members(branch, i == 5 ? 3 : 10 + i % 2);
            booked.register(members, community, LocalDate.of(2026, 1, 5));
            booked.points(members.get(0), branch, community, THEN, 100L * i);
            members.subList(0, 3).forEach(member -> booked.points(member, branch, community, DAY, 150));
        }
        return place;
    }

    private static JsonPath api(String board, String within, int page) {
        return given().get("/api/rankings/" + board + "?period=2026-Q4&size=3&page=" + page + "&within=" + within).jsonPath();
    }

    private static Response file(String name, String query) {
        Response file = given().get("/open-data/" + name + query);
        assertThat(file.statusCode()).as(name).isEqualTo(200);
        return file;
    }

    private static List<CSVRecord> csv(String board, String query) throws IOException {
        String text = file(board + ".csv", query).asString();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(1)),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }
}
