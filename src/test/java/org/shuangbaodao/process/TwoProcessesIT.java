package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.process.ServiceProcess.Answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What must hold when two processes serve the same database and many people press at once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoProcessesIT {

    // Below the system's temporary folder on purpose: nothing may think that it can be wiped.
    @TempDir
    static Path folder;

    static ServiceProcess first;
    static ServiceProcess second;
    // Long before anything the demo made up.
    static final LocalDate DAY = LocalDate.now().minusDays(700);

    @BeforeAll
    static void start() throws Exception {
        first = ServiceProcess.start(folder.resolve("first"));
        second = ServiceProcess.beside(first);
    }

    @AfterAll
    static void stop() throws Exception {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
    }

    /**
     * The demo has ties enough: everybody's rank as the page has it, as the API has it, and of organizations as the file has
     * it.
     */
    @Test
    @Order(0)
    void everyRankOfTheDemoIsTheSameOnPageInApiAndFile() throws Exception {
        for (String period : List.of("all", String.valueOf(LocalDate.now(BusinessTime.ZONE).getYear()))) {
            for (String board : List.of("branches", "units", "communities", "members")) {
                List<String> api = new ArrayList<>();
                List<String> pages = new ArrayList<>();
                String query = "?size=200&period=" + period + "&page=";
                JsonNode answer;
                int page = 0;
                do {
                    page++;
                    answer = new ObjectMapper()
                            .readTree(first.send("GET", "/api/rankings/" + board + query + page, null, Map.of()).body());
                    answer.get("items")
                            .forEach(item -> api.add(item.path("rank").asText("") + ' ' + item.get("name").asText()));
                    Jsoup.parse(second.send("GET", "/rankings" + (board.equals("branches") ? "" : "/" + board) + query + page,
                            null, PAGE).body()).select("section.board tbody tr").forEach(row -> pages
                                    .add(row.select(".rank > [aria-hidden]").text() + ' ' + nameIn(row, api, pages.size())));
                } while (page * 200L < answer.get("total").asLong());
                assertThat(api).as(board).isNotEmpty().isEqualTo(pages);
                if (!board.equals("members")) {
                    String file = first.send("GET", "/open-data/" + board + ".csv?period=" + period, null, Map.of()).body();
                    assertThat(CSVParser.parse(file.substring(1), CSVFormat.RFC4180.builder().setHeader()
                            .setSkipHeaderRecord(true).get()).stream().map(row -> row.get("rank") + ' ' + row.get("name")))
                            .as(board).containsExactlyElementsOf(api);
                }
            }
        }
    }

    // The name the API has at this place, if the row of the page holds it.
    private static String nameIn(Element row, List<String> api, int at) {
        String name = at < api.size() ? api.get(at).substring(api.get(at).indexOf(' ') + 1) : "";
        return row.select("th").text().contains(name) ? name : row.select("th").text();
    }

    @Test
    @Order(1)
    void fortyAwardsOfOneRecordPostOnce() throws Exception {
        String id = confirmed(DAY.atTime(9, 0), 60);
        long before = points(first);

        List<Answer> answers = atOnce(40, i -> either(i).as("demo-secretary", "POST", "/api/records/" + id + "/award", null));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(39);
        assertThat(points(second) - before).isEqualTo(100);
    }

    @Test
    @Order(2)
    void twoHundredAwardsToOneMemberAreAllInTheStanding() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ids.add(confirmed(DAY.plusDays(1 + i / 12).atTime(6 + i % 12, 0), 30));
        }

        List<Answer> answers = atOnce(200,
                i -> either(i).as("demo-secretary", "POST", "/api/records/" + ids.get(i) + "/award", null));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        // A year's cap may take some of it back in entries of its own: the awards are whole all the same.
        assertThat(first.database().rows("select count(*), sum(amount) from ledger_entry where kind = 'AWARD'"
                + " and source_id in ('" + String.join("', '", ids) + "')")).containsExactly(List.of("200", "10000"));
        assertThat(points(second)).isEqualTo(points(first)).isEqualTo(entries(ids.get(0)));
        new Books(first.database()).check();
    }

    // Everything in the books of points of the record's holder.
    private static long entries(String record) throws Exception {
        return Long.parseLong(first.database().rows("select sum(amount) from ledger_entry where book = 'POINTS' and holder_id ="
                + " (select distinct holder_id from ledger_entry where source_id = '" + record + "')").get(0).get(0));
    }

    @Test
    @Order(3)
    void ofParallelOverlappingReportsOneWins() throws Exception {
        LocalDateTime start = DAY.plusDays(40).atTime(9, 0);

        List<Answer> answers = atOnce(20, i -> report(either(i), UUID.randomUUID().toString(), start.plusMinutes(i), 60));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(19)
                .allMatch(answer -> answer.text("type").endsWith("record/overlap"));
    }

    @Test
    @Order(4)
    void theSameKeySentInParallelAnswersTheSame() throws Exception {
        String key = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(50, i -> report(either(i), key, DAY.plusDays(41).atTime(9, 0), 60));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers).extracting(answer -> answer.text("id")).containsOnly(answers.get(0).text("id"));
    }

    @RepeatedTest(5)
    @Order(5)
    void confirmRejectAndWithdrawAtOnceHaveOneOutcome(RepetitionInfo time) throws Exception {
        LocalDateTime start = DAY.plusDays(42).atTime(8, 0).plusHours(time.getCurrentRepetition());
        String id = report(first, UUID.randomUUID().toString(), start, 60).text("id");
        Map<String, String> reason = Map.of("reason", "核对");

        List<Answer> answers = atOnce(30, i -> switch (i % 3) {
            case 0 -> either(i).as("demo-committee", "POST", "/api/records/" + id + "/confirmation", null);
            case 1 -> either(i).as("demo-committee", "POST", "/api/records/" + id + "/rejection", reason);
            default -> either(i).as("demo-member", "POST", "/api/records/" + id + "/withdrawal", null);
        });

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() >= 500 || answer.status() == 0).isEmpty();
    }

    @Test
    @Order(6)
    void aLogoutOnOneProcessActsOnTheOther() throws Exception {
        String token = second.token("demo-auditor");
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
        assertThat(first.send("GET", "/api/me", null, bearer).statusCode()).isEqualTo(200);

        second.send("DELETE", "/api/session", null, bearer);

        assertThat(first.send("GET", "/api/me", null, bearer).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(7)
    void theBoardOfTheOtherProcessRisesWithinSeconds() throws Exception {
        // In a year of its own: where a cap is reached an award moves nothing.
        String id = confirmed(DAY.minusDays(400).atTime(9, 0), 120);
        String period = "/api/rankings/branches?period=all&size=200";
        String before = second.send("GET", period, null, Map.of()).body();

        assertThat(first.as("demo-secretary", "POST", "/api/records/" + id + "/award", null).status()).isEqualTo(200);

        String after = before;
        for (int i = 0; i < 50 && withoutTime(after).equals(withoutTime(before)); i++) {
            Thread.sleep(100);
            after = second.send("GET", period, null, Map.of()).body();
        }
        assertThat(withoutTime(after)).isNotEqualTo(withoutTime(before));
    }

    /** Everybody else of the demo agrees, so that nobody's name gives another one away. */
    @Test
    @Order(8)
    void aNameGivenOrWithdrawnOnOneProcessComesAndGoesOnTheOtherWithinSeconds() throws Exception {
        try (Connection database = first.database().open(); Statement agree = database.createStatement()) {
            agree.executeUpdate("insert into consent (member_id, purpose, given, text_version, decided_at, version)"
                    + " select id, 'PUBLIC_NAME', 1, 1, now(6), 0 from member on duplicate key update given = 1");
        }
        String name = first.as("demo-member", "GET", "/api/me", null).text("name");
        String branch = first.as("demo-member", "GET", "/api/me", null).body().get("branch").get("code").asText();
        String board = "/rankings/members?period=all&size=200&within=" + branch;

        agree(true);
        assertThat(comesTo(board, name, true)).as("named on the page of the other").isTrue();
        String tag = second.send("GET", board, null, PAGE).headers().firstValue("ETag").orElseThrow();
        agree(false);
        assertThat(comesTo(board, name, false)).as("gone from the page of the other").isTrue();

        Map<String, String> known = new HashMap<>(PAGE);
        known.put("If-None-Match", tag);
        assertThat(second.send("GET", board, null, known).statusCode()).as("a copy from before is not good any more")
                .isEqualTo(200);
        assertThat(second.send("GET", "/api" + board, null, Map.of()).body()).doesNotContain(name);
    }

    private static final Map<String, String> PAGE = Map.of("Accept", "text/html", "Accept-Language", "zh-CN");

    private static void agree(boolean given) {
        assertThat(first.as("demo-member", "PUT", "/api/me/consents", Map.of("PUBLIC_NAME", given)).status()).isEqualTo(200);
    }

    private static boolean comesTo(String page, String name, boolean shown) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (second.send("GET", page, null, PAGE).body().contains(name) == shown) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    @Test
    @Order(9)
    void whatWasAcknowledgedSurvivesAPowerCutOnce() throws Exception {
        second.close();
        List<String> keys = new ArrayList<>();
        List<Future<Answer>> sent = new ArrayList<>();
        first.token("demo-member");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 400; i++) {
            String key = "crash-" + i;
            LocalDateTime start = DAY.plusDays(50 + i / 16).atTime(i % 16, 0);
            keys.add(key);
            sent.add(pool.submit(() -> report(first, key, start, 30)));
        }
        while (sent.stream().filter(Future::isDone).count() < 60) {
            Thread.sleep(10);
        }
        first.crash();
        pool.shutdown();

        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : sent) {
            answers.add(answer.get());
        }
        first = first.again();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSizeGreaterThanOrEqualTo(50);
        for (int i = 0; i < keys.size(); i++) {
            LocalDateTime start = DAY.plusDays(50 + i / 16).atTime(i % 16, 0);
            Answer repeated = report(first, keys.get(i), start, 30);
            assertThat(repeated.status()).as("key %s is there once or can be sent again", keys.get(i)).isEqualTo(201);
            if (answers.get(i).status() == 201) {
                assertThat(repeated.text("id")).isEqualTo(answers.get(i).text("id"));
            }
        }
    }

    private static String withoutTime(String board) {
        return board.replaceAll("\"asOf\":\"[^\"]*\"", "");
    }

    private static ServiceProcess either(int i) {
        return i % 2 == 0 ? first : second;
    }

    private static Answer report(ServiceProcess service, String key, LocalDateTime start, int minutes) {
        return service.as("demo-member", "POST", "/api/records", Map.of("startedAt", start.toString(), "endedAt",
                start.plusMinutes(minutes).toString(), "summary", "小区门口值守", "communityCode", community(), "lateReason",
                "一直在外地"),
                Map.of("Idempotency-Key", key));
    }

    private static String confirmed(LocalDateTime start, int minutes) {
        Answer reported = report(first, UUID.randomUUID().toString(), start, minutes);
        assertThat(reported.status()).isEqualTo(201);
        String id = reported.text("id");
        assertThat(first.as("demo-committee", "POST", "/api/records/" + id + "/confirmation", null).status()).isEqualTo(200);
        return id;
    }

    private static String communityCode;

    // The community the demo's member is registered with.
    private static synchronized String community() {
        if (communityCode == null) {
            communityCode = first.as("demo-member", "GET", "/api/records", null).body().get("items").get(0)
                    .get("communityCode").asText();
        }
        return communityCode;
    }

    private static long points(ServiceProcess service) {
        return service.as("demo-member", "GET", "/api/me/ledger?period=all", null).body().get("totals").get("POINTS").asLong();
    }

    private static List<Answer> atOnce(int count, java.util.function.IntFunction<Answer> request) throws Exception {
        for (String login : List.of("demo-member", "demo-secretary", "demo-committee")) {
            first.token(login);
            second.token(login);
        }
        ExecutorService pool = Executors.newFixedThreadPool(20);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            calls.add(() -> request.apply(number));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> done : pool.invokeAll(calls)) {
            answers.add(done.get());
        }
        pool.shutdown();
        return answers;
    }
}
