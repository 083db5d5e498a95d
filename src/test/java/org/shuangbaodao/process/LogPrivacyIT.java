package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import org.shuangbaodao.process.ServiceProcess.Answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator, and whoever collects his logs, must not learn about people: the main job and its failures, as logged. */
class LogPrivacyIT {

    private static final String SUMMARY = "给独居老人刘翠花送药";
    private static final String WRONG_LOGIN = "zhang.wuming.1958";
    private static final String WRONG_PASSWORD = "tanghulu-and-jianbing";
    private static final String ID_NUMBER = "999999195801013215";
    private static final String PHONE = "13900001234";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(System.getProperty("test.mysql.port", "").isBlank(), "the log is the same on every database");
        service = ServiceProcess.startLoggingJson(folder);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void nobodyStandsInTheLog() throws Exception {
        JsonNode me = service.as("demo-member", "GET", "/api/me", null).body();
        String token = service.token("demo-member");
        service.send("POST", "/api/session", Map.of("login", WRONG_LOGIN, "password", WRONG_PASSWORD), Map.of());
        service.send("POST", "/api/session", List.of(WRONG_LOGIN, ID_NUMBER), Map.of());
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + token, "Idempotency-Key", "a");
        service.send("POST", "/api/records", Map.of("startedAt", SUMMARY, "summary", Map.of(PHONE, ID_NUMBER)), bearer);
        service.send("GET", "/members?q=" + ID_NUMBER, null, bearer);
        service.send("GET", "/nowhere/" + PHONE + "?q=" + ID_NUMBER, null, bearer);
        service.send("GET", "/api/me", null, Map.of("Authorization", "Bearer " + token + "x"));
        Answer reported = report(1);
        assertThat(reported.status()).isEqualTo(201);
        service.as("demo-committee", "POST", "/api/records/" + reported.text("id") + "/confirmation", null);
        service.as("demo-secretary", "POST", "/api/records/" + reported.text("id") + "/award",
                Map.of("reason", SUMMARY));

        Answer fault = faultThatQuotesTheReport();

        assertThat(fault.status()).isEqualTo(500);
        String log = Files.readString(folder.resolve("service.log"));
        assertThat(log).as("the number on the page leads to the line").contains(fault.text("errorId"));
        List<String> people = new ArrayList<>(List.of(SUMMARY, WRONG_LOGIN, WRONG_PASSWORD, ID_NUMBER, PHONE, token,
                ServiceProcess.PASSWORD, me.get("name").asText()));
        people.addAll(names());
        assertThat(people).hasSizeGreaterThan(1000).allSatisfy(person -> assertThat(log).doesNotContain(person));
        for (String line : log.lines().filter(line -> line.startsWith("{")).toList()) {
            assertThat(JSON.readTree(line).get("timestamp").asText()).endsWith("Z");
        }
        assertThat(log.lines().filter(line -> line.startsWith("{")).count()).isGreaterThan(5);
    }

    // A rule of the database that the service knows nothing of, and whose error message repeats the value.
    private static Answer faultThatQuotesTheReport() throws Exception {
        Properties accounts = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("accounts.properties"))) {
            accounts.load(reader);
        }
        try (Connection connection = DriverManager.getConnection(url(), "migration", accounts.getProperty("migration"))) {
            connection.createStatement().execute("create table trap (summary varchar(500) primary key)"
                    + " default charset = utf8mb4 collate = utf8mb4_bin");
            connection.createStatement().execute("insert into trap values ('" + SUMMARY + "')");
            connection.createStatement().execute("create trigger trap before insert on service_record for each row"
                    + " insert into trap values (new.summary)");
        }
        return report(2);
    }

    private static List<String> names() throws Exception {
        Properties accounts = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("accounts.properties"))) {
            accounts.load(reader);
        }
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), "service", accounts.getProperty("service"));
                var rows = connection.createStatement().executeQuery("select distinct name from member")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String url() throws Exception {
        return "jdbc:mysql://127.0.0.1:" + Files.readString(folder.resolve("server.port")).strip() + "/app";
    }

    private static Answer report(int day) {
        String community = service.as("demo-member", "GET", "/api/records", null).body().get("items").get(0)
                .get("communityCode").asText();
        LocalDateTime start = LocalDate.now().minusDays(700 + day).atTime(9, 0);
        return service.as("demo-member", "POST", "/api/records",
                Map.of("startedAt", start.toString(), "endedAt", start.plusHours(1).toString(), "summary", SUMMARY,
                        "communityCode", community, "lateReason", "一直在外地"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
}
