package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.shuangbaodao.process.ServiceProcess.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An operator's worst day: the commands of the README, on the package, with either database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {

    @TempDir
    static Path folder;

    // Long before anything the demo made up.
    static final LocalDate DAY = LocalDate.now().minusDays(700);

    static Path data;
    static Path file;
    static ServiceProcess service;
    static String standingsThen;
    static String headsThen;
    static String ledgerThen;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("data");
        file = folder.resolve("backup.zip");
        service = ServiceProcess.start(data);
        assumeTrue(database().isEmbedded() || hasPrograms(), "mysqldump and mysql are not on the PATH");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    @Order(1)
    void aBackupIsWrittenWhileTheServiceIsWriting() throws Exception {
        award(DAY.plusDays(1), 60);
        awaitBoards();
        standingsThen = standings();
        headsThen = heads();
        ledgerThen = ledger();
        AtomicBoolean enough = new AtomicBoolean();
        // Reports move no standing: what was noted above stays true while they pour in.
        CompletableFuture<Integer> reports = CompletableFuture.supplyAsync(() -> reportUntil(enough));

        Outcome backup = command("backup", file.toString(), "--with-keys");
        enough.set(true);

        assertThat(backup.code).as(backup.text).isZero();
        assertThat(reports.get()).isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactlyInAnyOrder(data, file);
        }
    }

    @Test
    @Order(2)
    void aBackupOverwritesNothing() throws Exception {
        byte[] before = Files.readAllBytes(file);

        Outcome again = command("backup", file.toString());

        assertThat(again.code).isEqualTo(1);
        assertThat(again.text).contains("exists already");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void aRestoreRefusesARunningService() throws Exception {
        // A lock that only a collected object held would be gone now.
        service.collectGarbage();

        Outcome restore = command("restore", file.toString(), "--replace");

        assertThat(restore.code).isEqualTo(1);
        assertThat(restore.text).contains("A service is running");
        assertThat(standings()).isEqualTo(standingsThen);
    }

    @Test
    @Order(4)
    void aRestoreIntoAWipedFolderBringsBackStandingsAndHeads() throws Exception {
        award(DAY.plusDays(2), 90);
        assertThat(ledger()).as("posted after the backup").isNotEqualTo(ledgerThen);
        end();
        wipe(data);
        database().empty();

        Outcome restore = command("restore", file.toString());

        assertThat(restore.code).as(restore.text).isZero();
        assertThat(restore.text).contains("All chains are whole", "may add to the ledger and not change it",
                "The keys are back");
        service = service.again();
        assertThat(standings()).isEqualTo(standingsThen);
        assertThat(heads()).isEqualTo(headsThen);
        assertThat(ledger()).isEqualTo(ledgerThen);
        awardIsPossible();
    }

    @Test
    @Order(5)
    void theRestoredDatabaseRefusesToChangeTheLedger() throws Exception {
        for (String statement : List.of("update ledger_entry set amount = 1", "delete from audit_entry")) {
            try (Connection connection = database().openAsService()) {
                assertThat(refusal(connection, statement)).contains("denied");
            }
        }
    }

    @Test
    @Order(6)
    void whatIsCutOrChangedIsRefusedAndTouchesNothing() throws Exception {
        end();
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 0x55;
        Path changed = Files.write(folder.resolve("changed.zip"), flipped);
        Path other = Files.writeString(folder.resolve("other.zip"), "not a backup");

        for (Path wrong : List.of(cut, changed, other, folder.resolve("nowhere.zip"))) {
            Outcome restore = command("restore", wrong.toString(), "--replace");
            assertThat(restore.code).as(wrong.toString()).isEqualTo(1);
            assertThat(restore.text).contains(wrong.getFileName().toString()).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    @Order(7)
    void whatIsThereIsReplacedOnlyOnDemandAndBackedUpFirst() throws Exception {
        Outcome refused = command("restore", file.toString());
        assertThat(refused.code).isEqualTo(1);
        assertThat(refused.text).contains("not empty");

        Outcome replaced = command("restore", file.toString(), "--replace");

        assertThat(replaced.code).as(replaced.text).isZero();
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())).filteredOn(name -> name.startsWith("before-restore"))
                    .hasSize(1);
        }
        // The state of a database that nobody serves can be backed up too.
        assertThat(command("backup", folder.resolve("stopped.zip").toString()).code).isZero();
        service = service.again();
        assertThat(ledger()).isEqualTo(ledgerThen);
    }

    @Test
    @Order(8)
    void theBooksAreVerifiedWhileTheServiceRuns() throws Exception {
        String head = oneHead();

        Outcome sound = command("verify", "--head", head);
        Outcome otherHead = command("verify", "--head", head.replaceFirst("[0-9a-f]{8}$", "00000000"));

        assertThat(sound.code).as(sound.text).isZero();
        assertThat(sound.text).contains("as it was written and as it was decided");
        assertThat(otherHead.code).isEqualTo(3);
        assertThat(otherHead.text).contains("old head", head.substring(0, head.indexOf(':')));
        assertThat(command("verify", "--head", "nonsense").code).isEqualTo(2);
        assertThat(command("verify", "--digest", folder.resolve("nowhere.json").toString()).code).isEqualTo(1);
    }

    private static String oneHead() throws Exception {
        try (Connection connection = database().openAsService();
                var row = connection.createStatement().executeQuery("select concat(o.code, ':', b.sequence, ':', b.head)"
                        + " from ledger_branch b join organization o on o.id = b.branch_id where b.sequence > 0 limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    @Order(9)
    void brokenBooksAreSaidAloud() throws Exception {
        try (Connection connection = database().open()) {
            assertThat(connection.createStatement()
                    .executeUpdate("update ledger_entry set amount = amount + 100 where sequence = 1")).isPositive();
        }
        Outcome verified = command("verify");
        assertThat(verified.code).isEqualTo(3);
        assertThat(verified.text).contains("changed: branch", "sequence 1, entry");
        Path broken = folder.resolve("broken.zip");
        assertThat(command("backup", broken.toString()).code).isZero();
        end();

        Outcome restore = command("restore", broken.toString(), "--replace");

        assertThat(restore.code).isEqualTo(1);
        assertThat(restore.text).contains("its books are not sound", "changed at entry 1");
    }

    // How many records wait is counted when a board is made, and no part of what stands.
    private static String standings() throws Exception {
        return service.send("GET", "/api/rankings/branches?period=all&size=200", null, Map.of()).body()
                .replaceAll("\"asOf\":\"[^\"]*\"|\"pendingAbout\":\\d+", "");
    }

    private static String heads() throws Exception {
        String page = service.send("GET", "/ledger/digest", null, Map.of()).body();
        List<String> heads = new ArrayList<>();
        java.util.regex.Matcher hash = java.util.regex.Pattern.compile("class=\"hash\">([0-9a-f]{64})").matcher(page);
        while (hash.find()) {
            heads.add(hash.group(1));
        }
        assertThat(heads).isNotEmpty();
        return String.join("\n", heads);
    }

    private static String ledger() {
        return service.as("demo-member", "GET", "/api/me/ledger?period=all&size=200", null).body().toString();
    }

    private static void awardIsPossible() throws Exception {
        award(DAY.plusDays(3), 30);
        assertThat(ledger()).isNotEqualTo(ledgerThen);
    }

    private static void award(LocalDate day, int minutes) throws Exception {
        Answer reported = report(day.atTime(9, 0).toString(), day.atTime(9, 0).plusMinutes(minutes).toString());
        assertThat(reported.status()).isEqualTo(201);
        for (String[] step : new String[][] { { "demo-committee", "confirmation" }, { "demo-secretary", "award" } }) {
            assertThat(service.as(step[0], "POST", "/api/records/" + reported.text("id") + "/" + step[1], null).status())
                    .isEqualTo(200);
        }
    }

    private static int reportUntil(AtomicBoolean enough) {
        int sent = 0;
        while (!enough.get()) {
            LocalDate day = DAY.plusDays(20 + sent / 16);
            int hour = sent++ % 16;
            report(day.atTime(hour, 0).toString(), day.atTime(hour, 30).toString());
        }
        return sent;
    }

    private static Answer report(String from, String to) {
        String community = service.as("demo-member", "GET", "/api/records", null).body().get("items").get(0)
                .get("communityCode").asText();
        return service.as("demo-member", "POST", "/api/records",
                Map.of("startedAt", from, "endedAt", to, "summary", "小区门口值守", "communityCode", community, "lateReason",
                        "一直在外地"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static void awaitBoards() throws Exception {
        for (int i = 0; i < 600; i++) {
            try (Connection connection = database().openAsService();
                    var row = connection.createStatement().executeQuery("select count(*) from board_task")) {
                row.next();
                if (row.getLong(1) == 0) {
                    // A board is computed anew some moments after the fold.
                    Thread.sleep(5000);
                    return;
                }
            }
            Thread.sleep(200);
        }
    }

    private static TestDatabase database() {
        return service.database();
    }

    // The database stays, whoever's it is.
    private static void end() throws InterruptedException {
        service.terminate();
        service.awaitExit(Duration.ofMinutes(1));
    }

    private static boolean hasPrograms() throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", "mysqldump --version && mysql --version");
            builder.environment().putAll(database().programs());
            return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static String refusal(Connection connection, String statement) {
        try {
            connection.createStatement().executeUpdate(statement + " where 1 = 0");
            return "accepted";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static void wipe(Path tree) throws Exception {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Outcome command(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar", System.getProperty("app.package")));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(database().ownersSettings());
        builder.environment().putAll(database().programs());
        builder.environment().put("APP_DATA_FOLDER", data.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private record Outcome(int code, String text) {
    }
}
