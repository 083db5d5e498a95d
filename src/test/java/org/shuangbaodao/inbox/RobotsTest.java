package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group hears that work waits, signed, without a name, and nobody makes this server call into its own network. */
@QuarkusTest
class RobotsTest {

    private static final String SECRET = "SEC0123456789abcdef";

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    BusinessTime time;
    @Inject
    Dispatch dispatch;
    @Inject
    Outbox outbox;
    @Inject
    DataSource database;

    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile String answer;
    private volatile int status;
    private HttpServer robot;
    private Given.Town town;
    private Member host;

    /** What arrived at the robot. */
    private record Call(Map<String, String> query, String body) {
    }

    @BeforeEach
    void aGroupWithARobot() throws IOException {
        clock.set("2026-11-20T10:00");
        answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
        status = 200;
        robot = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        robot.createContext("/robot/send", this::take);
        robot.start();
        town = given.town();
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void theGroupGoes() {
        robot.stop(0);
        clock.reset();
    }

    @Test
    void theGroupIsToldOnceADayThatWorkWaits() {
        set(SECRET);
        Member member = given.member(town.branch());
        report(member, "09:00", "10:00");
        report(member, "10:00", "11:00");
        dispatch.send();

        assertThat(calls).hasSize(1);
        Call call = calls.get(0);
        assertThat(call.body).contains("\"msgtype\":\"text\"", "有服务记录等待社区确认", "/review").doesNotContain(member.name)
                .doesNotContain(host.name);
        assertThat(call.query).containsEntry("access_token", "abc").containsEntry("timestamp",
                String.valueOf(time.now().toEpochMilli())).containsEntry("sign", signature(time.now()));

        clock.advance(Duration.ofDays(1));
        report(member, "14:00", "15:00");
        dispatch.send();
        assertThat(calls).hasSize(2);
    }

    @Test
    void aTestMessageShowsThatItWorksAndTheAddressIsNeverShownAgain() throws SQLException {
        Pages browser = set(SECRET);
        Document page = browser.get("/robots/" + town.community().code);
        assertThat(page.text()).contains("localhost");
        assertThat(page.html()).doesNotContain("access_token").doesNotContain(SECRET);
        assertThat(stored()).doesNotContain("access_token", SECRET);
        for (String language : List.of("zh-TW", "en")) {
            browser.language(language).get("/robots");
        }

        browser.follow(browser.submit(Pages.form(page, "/robots/" + town.community().code + "/test"), Map.of()));
        dispatch.send();
        assertThat(calls).singleElement().satisfies(call -> assertThat(call.body).contains("测试消息"));

        browser.follow(browser.submit(Pages.form(page, "/robots/" + town.community().code + "/removal"), Map.of()));
        report(given.member(town.branch()), "09:00", "10:00");
        dispatch.send();
        assertThat(calls).hasSize(1);
    }

    @Test
    void aRobotThatSaysNoIsAskedAgainLater() {
        Pages browser = set(SECRET);
        answer = "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
        browser.submit(
                Pages.form(browser.get("/robots/" + town.community().code), "/robots/" + town.community().code + "/test"),
                Map.of());
        dispatch.send();
        assertThat(calls).hasSize(1);
        assertThat(failure()).isEqualTo(Failure.DECLINED);

        clock.advance(Duration.ofMinutes(2));
        status = 503;
        dispatch.send();
        assertThat(failure()).isEqualTo(Failure.BUSY);

        clock.advance(Duration.ofMinutes(5));
        answer = "x".repeat(100_000);
        status = 200;
        dispatch.send();
        assertThat(failure()).as("an answer without an end").isEqualTo(Failure.AWAY);

        clock.advance(Duration.ofMinutes(10));
        answer = "ok";
        dispatch.send();
        dispatch.send();
        assertThat(calls).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({ "https://127.0.0.1/robot,内部网络", "https://169.254.169.254/,内部网络", "https://[::1]/robot,内部网络",
            "http://1.1.1.1/robot,https://", "'',请填写" })
    void aRobotInsideIsRefused(String address, String reason) {
        Pages browser = as.pages(host);
        Pages.Answer refused = browser.submit(form(browser), Map.of("address", address, "secret", SECRET));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error").text()).contains(reason);
    }

    @Test
    void onlyWhoRunsTheOrganizationSetsItsRobot() {
        Member member = given.member(town.branch());
        Member secretary = given.secretary(town.branch());
        assertThat(as.pages(member).open("/robots/" + town.community().code).status()).isEqualTo(403);
        assertThat(as.pages(secretary).open("/robots/" + town.community().code).status()).isEqualTo(403);
        assertThat(as.pages(given.communitySecretary(given.community(town.street()))).open("/robots/" + town.community().code)
                .status()).isEqualTo(403);
        assertThat(as.pages(given.officer(town.street())).open("/robots/" + town.community().code).status()).isEqualTo(200);
        assertThat(as.pages(secretary).get("/robots").text()).contains(town.branch().name);
        assertThat(as.pages(member).get("/robots").text()).contains("您没有可以设置的组织");
    }

    private Pages set(String secret) {
        Pages browser = as.pages(host);
        browser.follow(browser.submit(form(browser), Map.of("address",
                "http://localhost:" + robot.getAddress().getPort() + "/robot/send?access_token=abc", "secret", secret)));
        return browser;
    }

    private FormElement form(Pages browser) {
        return Pages.form(browser.get("/robots/" + town.community().code), "/robots/" + town.community().code);
    }

    private Failure failure() {
        return outbox.troubled(1).items().stream().filter(each -> each.recipientId.equals(town.community().id)).findFirst()
                .orElseThrow().failure;
    }

    private void report(Member member, String from, String to) {
        as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", "2026-11-10T" + from, "endedAt", "2026-11-10T" + to, "summary", "小区门口值守",
                        "communityCode", town.community().code))
                .post("/api/records").then().statusCode(201);
    }

    // Written out once more: the receiver's side of the agreement.
    private static String signature(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((at.toEpochMilli() + "\n" + SECRET).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (String pair : URI.create("http://robot" + exchange.getRequestURI()).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        calls.add(new Call(query, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        byte[] said = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private String stored() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select concat(address_cipher, ' ', secret_cipher) from robot"
                        + " where organization_id = " + town.community().id)) {
            row.next();
            return row.getString(1);
        }
    }
}
