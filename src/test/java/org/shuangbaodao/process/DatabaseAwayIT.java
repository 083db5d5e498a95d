package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

import org.shuangbaodao.process.ServiceProcess.Answer;
import org.shuangbaodao.support.MySqlSchema;
import org.shuangbaodao.support.TcpProxy;
import org.shuangbaodao.support.TcpProxy.Commit;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people and programs are told while the database is away, through a wire between both that can be cut. */
class DatabaseAwayIT {

    @TempDir
    static Path folder;

    static ServiceProcess healthy;
    static ServiceProcess service;
    static TcpProxy wire;
    static String community;
    static final AtomicInteger HOURS = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        healthy = ServiceProcess.start(folder.resolve("first"));
        wire = new TcpProxy(healthy.database().port());
        // Small, so that a test can exhaust it.
        service = ServiceProcess.beside(healthy, wire.port(), Map.of("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "6")).ready();
        community = service.as("demo-member", "GET", "/api/records", null).body().get("items").get(0).get("communityCode")
                .asText();
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
        if (wire != null) {
            wire.close();
        }
        if (healthy != null) {
            healthy.close();
        }
    }

    @AfterEach
    void mend() throws Exception {
        wire.pass();
        awaitServed();
    }

    private enum Outage {
        REFUSED,
        FROZEN
    }

    @ParameterizedTest
    @EnumSource
    void everybodyIsToldAndWhatNeedsNoDatabaseStaysOpen(Outage outage) throws Exception {
        String cookie = pageSession();
        service.token("demo-member");
        assertThat(service.status("/rankings")).isEqualTo(200);
        assertThat(service.status("/")).isEqualTo(200);
        if (outage == Outage.FROZEN) {
            wire.freeze();
        } else {
            wire.refuse();
        }
        awaitAway();

        for (String path : List.of("/api/me", "/api/me/ledger", "/api/records", "/api/rankings/members")) {
            assertRefused(service.as("demo-member", "GET", path, null));
        }
        assertRefused(report("away-" + outage, nextHour()));
        assertRefused(
                Answer.of(service.send("POST", "/api/session", Map.of("login", "demo-member", "password", "x"), Map.of())));
        for (String path : List.of("/me", "/records", "/records/new", "/rankings/members", "/review")) {
            assertToldInTheReadersLanguage(path, cookie);
        }
        for (String path : List.of("/rules", "/privacy", "/login", "/", "/rankings", "/q/health/live")) {
            assertThat(service.status(path)).as(path).isEqualTo(200);
            assertThat(service.send("GET", path, null, Map.of("Cookie", cookie)).statusCode()).as("%s, logged in", path)
                    .isEqualTo(200);
        }
        assertThat(page("/rankings", "zh-CN", "").select("main .notice").text()).contains("数据库暂时连接不上");
        assertThat(service.send("GET", "/api/rankings/branches", null, Map.of()).body()).contains("\"asOf\"");

        wire.pass();
        awaitServed();
        assertThat(answers(200, 6, () -> service.as("demo-member", "GET", "/api/me", null).status())).containsOnly(200);
        assertThat(page("/rankings", "zh-CN", "").select("main .notice")).isEmpty();
        assertThat(report("away-" + outage, nextHour()).status()).isEqualTo(201);
    }

    @Test
    void connectionsFromBeforeARestartFailNobody() throws Exception {
        assertThat(answers(50, 6, () -> service.as("demo-member", "GET", "/api/me", null).status())).containsOnly(200);

        wire.cut();

        assertThat(answers(300, 6, () -> service.as("demo-member", "GET", "/api/me", null).status())).containsOnly(200);
    }

    @ParameterizedTest
    @EnumSource
    void aLostCommitIsToldAsUnknownAndSettledByTheKey(Commit fate) throws Exception {
        String key = "lost-" + fate;
        LocalDateTime start = nextHour();
        service.token("demo-member");

        wire.cutCommitOf(key, fate);
        Answer unclear = report(key, start);

        assertThat(unclear.status()).isEqualTo(503);
        assertThat(unclear.text("type")).isEqualTo("urn:shuangbaodao:problem:common/outcome-unknown");
        assertThat(count(key)).isEqualTo(fate == Commit.ARRIVES ? 1 : 0);
        assertThat(report(key, start).status()).isEqualTo(201);
        assertThat(count(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFormThatIsSentOnceMoreIsStoredOnce(Commit fate) throws Exception {
        String cookie = pageSession();
        HttpResponse<String> page = service.send("GET", "/records/new", null, Map.of("Cookie", cookie));
        String token = page.headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith("csrf-token="))
                .map(each -> each.split(";")[0]).findFirst().orElseThrow();
        LocalDateTime start = nextHour();
        StringBuilder form = new StringBuilder();
        Map<String, String> typed = Map.of("day", start.toLocalDate().toString(), "from", start.toLocalTime().toString(), "to",
                start.toLocalTime().plusMinutes(30).toString(), "summary", "form-" + fate, "community", community, "late",
                "一直在外地");
        Jsoup.parse(page.body()).select("form[action=/records/new] input[type=hidden]")
                .forEach(input -> form.append(input.attr("name")).append('=').append(encoded(input.attr("value"))).append('&'));
        typed.forEach((name, value) -> form.append(name).append('=').append(encoded(value)).append('&'));
        Map<String, String> headers = Map.of("Cookie", cookie + "; " + token, "Content-Type",
                "application/x-www-form-urlencoded", "Accept", "text/html", "Accept-Language", "zh-CN");

        wire.cutCommitOf("form-" + fate, fate);
        HttpResponse<String> unclear = service.send("POST", "/records/new", form.toString(), headers);

        assertThat(unclear.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(unclear.body()).select("h1").text()).isEqualTo("不确定是否已经保存");
        assertThat(service.send("POST", "/records/new", form.toString(), headers).statusCode()).isEqualTo(303);
        assertThat(count("form-" + fate)).isEqualTo(1);
    }

    @Test
    void anExhaustedPoolRefusesInsteadOfFailing() throws Exception {
        service.token("demo-member");
        try (Connection other = healthy.database().open()) {
            other.setAutoCommit(false);
            other.createStatement().executeQuery("select id from member for update");

            List<Integer> statuses = answers(40, 40, () -> report(UUID.randomUUID().toString(), nextHour()).status());

            assertThat(statuses).containsOnly(503);
            assertThat(service.status("/rules")).isEqualTo(200);
            other.rollback();
        }
        assertThat(report("after-the-queue", nextHour()).status()).isEqualTo(201);
    }

    @Test
    void aServerThatTakesNoWritesIsNotADefect() throws Exception {
        assumeFalse(healthy.database().isEmbedded(), "only root may make a server read-only");
        int port = healthy.database().port();
        LocalDateTime start = nextHour();
        service.token("demo-member");
        try {
            MySqlSchema.asRoot(port, "set global read_only = on");
            assertRefused(report("read-only", start));
        } finally {
            MySqlSchema.asRoot(port, "set global read_only = off");
        }
        assertThat(report("read-only", start).status()).isEqualTo(201);
    }

    @Test
    void aServiceThatStartsFirstWaitsForItsDatabase() throws Exception {
        try (TcpProxy later = new TcpProxy(healthy.database().port())) {
            later.refuse();
            try (ServiceProcess early = ServiceProcess.beside(healthy, later.port(), Map.of())) {
                for (int i = 0; i < 600 && early.isAlive() && !early.log().contains("Retrying in 2 sec"); i++) {
                    Thread.sleep(100);
                }
                assertThat(early.isAlive()).isTrue();
                assertThat(early.log()).contains("Retrying in 2 sec").doesNotContain("\tat ");
                later.pass();
                early.ready();
            }
        }
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryAfter()).isNotBlank();
        assertThat(answer.text("type")).isEqualTo("urn:shuangbaodao:problem:common/unavailable");
    }

    private static void assertToldInTheReadersLanguage(String path, String cookie) throws Exception {
        Map<String, String> headings = Map.of("zh-CN", "暂时无法使用", "zh-TW", "暫時無法使用", "en", "Not available right now");
        for (Map.Entry<String, String> heading : headings.entrySet()) {
            HttpResponse<String> answer = service.send("GET", path, null,
                    Map.of("Accept", "text/html", "Accept-Language", heading.getKey(), "Cookie", cookie));
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("h1").text()).as(path).isEqualTo(heading.getValue());
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(heading.getKey());
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("jdbc:");
        }
    }

    private static Document page(String path, String language, String cookie) throws Exception {
        return Jsoup.parse(service
                .send("GET", path, null, Map.of("Accept", "text/html", "Accept-Language", language, "Cookie", cookie)).body());
    }

    private static void awaitAway() throws Exception {
        for (int i = 0; i < 600 && page("/rankings", "zh-CN", "").select("main .notice").isEmpty(); i++) {
            Thread.sleep(100);
        }
    }

    private static void awaitServed() throws Exception {
        for (int i = 0; i < 600 && service.as("demo-member", "GET", "/api/me", null).status() != 200; i++) {
            Thread.sleep(100);
        }
        assertThat(service.as("demo-member", "GET", "/api/me", null).status()).isEqualTo(200);
    }

    private static Answer report(String key, LocalDateTime start) {
        return service.as("demo-member", "POST", "/api/records", Map.of("startedAt", start.toString(), "endedAt",
                start.plusMinutes(30).toString(), "summary", key, "communityCode", community, "lateReason", "一直在外地"),
                Map.of("Idempotency-Key", key));
    }

    // Years before anything the demo made up.
    private static LocalDateTime nextHour() {
        return LocalDate.now().minusDays(900).atStartOfDay().plusHours(HOURS.getAndIncrement());
    }

    private static int count(String summary) throws Exception {
        return Integer.parseInt(healthy.database()
                .rows("select count(*) from service_record where summary = '" + summary + "'").get(0).get(0));
    }

    private static String pageSession() throws Exception {
        HttpResponse<String> page = service.send("GET", "/login", null, Map.of());
        String token = page.headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith("csrf-token="))
                .map(each -> each.split(";")[0]).findFirst().orElseThrow();
        StringBuilder form = new StringBuilder();
        Jsoup.parse(page.body()).select("form[action=/login] input[type=hidden]")
                .forEach(input -> form.append(input.attr("name")).append('=').append(encoded(input.attr("value"))).append('&'));
        form.append("login=demo-member&password=").append(encoded(ServiceProcess.PASSWORD));
        HttpResponse<String> answer = service.send("POST", "/login", form.toString(),
                Map.of("Cookie", token, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith("session="))
                .map(each -> each.split(";")[0]).findFirst().orElseThrow();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<Integer> answers(int count, int people, IntSupplier request) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(people);
        List<Future<Integer>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(pool.submit(request::getAsInt));
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> each : sent) {
            answers.add(each.get());
        }
        pool.shutdown();
        return answers;
    }
}
