package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.shuangbaodao.process.ServiceProcess.Answer;

import io.quarkus.logging.Log;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database, or the service, is taken away in the middle of many people's work: nothing is lost, doubled or half done. */
class FaultsIT {

    @TempDir
    static Path folder;

    static volatile ServiceProcess service;
    static String community;
    static int tests;

    // Years before anything the demo made up, and a month for each test.
    Load load;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(folder.resolve("service"));
        community = service.as("demo-member", "GET", "/api/records", null).body().get("items").get(0).get("communityCode")
                .asText();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @BeforeEach
    void work() throws Exception {
        tests++;
        for (String login : List.of("demo-member", "demo-secretary", "demo-committee")) {
            service.token(login);
        }
        load = new Load(() -> service, "deed" + tests, LocalDate.now().minusDays(1000 - 150L * tests).atStartOfDay(),
                community);
        load.start();
        load.awaitMore(60);
    }

    @Test
    void theDatabaseIsKilled() throws Exception {
        assumeTrue(service.database().comesBack(), "nobody starts this server again");

        service.database().kill();

        recovers("database killed", false);
    }

    @Test
    void theDatabaseIsRestarted() throws Exception {
        assumeTrue(service.database().comesBack(), "nobody starts this server again");

        service.database().restart();

        recovers("database restarted", false);
    }

    @Test
    void theDatabaseStandsStillForHalfAMinute() throws Exception {
        service.database().freeze();
        try {
            Thread.sleep(Duration.ofSeconds(30).toMillis());
            assertThat(service.status("/q/health/live")).isEqualTo(200);
            assertThat(service.status("/rules")).isEqualTo(200);
        } finally {
            service.database().thaw();
        }

        recovers("database frozen for 30 s", false);
    }

    @Test
    void theServiceIsKilled() throws Exception {
        service.kill();
        service = service.again();
        for (String login : List.of("demo-member", "demo-secretary", "demo-committee")) {
            service.token(login);
        }

        recovers("service killed and started", true);
    }

    private void recovers(String fault, boolean serviceKilled) throws Exception {
        service.database().awaitBack();
        long backAt = System.nanoTime();
        awaitFirstAnswer();
        long served = System.nanoTime();
        List<String> unwell = threeHundredAnswers().stream().filter(answer -> answer.status() != 200).map(Answer::toString)
                .toList();
        load.awaitMore(60);
        Map<Integer, Integer> statuses = load.stop();
        Log.infof("%s: served again %d ms after it was back; answers under load %s", fault, (served - backAt) / 1_000_000,
                statuses);

        assertThat(unwell).as("of 300 answers once it is served again; the log:\n%s", lastLines()).isEmpty();
        load.checkAnswers(serviceKilled, faults());
        load.checkStored(service.database());
        new Books(service.database()).check();
    }

    // What the log says about every answer of 500.
    private static String faults() throws IOException {
        List<String> lines = service.log().lines().toList();
        return lines.stream().filter(line -> line.contains(" failed, error ") || line.contains("Caused by: ")
                || line.contains("Suppressed: ")).collect(Collectors.joining("\n"));
    }

    private static void awaitFirstAnswer() throws InterruptedException {
        for (int i = 0; i < 2400; i++) {
            if (ownLedger().status() == 200) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("The service did not come back by itself");
    }

    /** With the people at work, enough to meet every connection of the pool several times. */
    private static List<Answer> threeHundredAnswers() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<Answer>> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sent.add(pool.submit(FaultsIT::ownLedger));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : sent) {
            answers.add(each.get());
        }
        pool.shutdown();
        return answers;
    }

    private static Answer ownLedger() {
        return service.as("demo-member", "GET", "/api/me/ledger?period=all&size=5", null);
    }

    private static String lastLines() throws Exception {
        List<String> lines = service.log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
