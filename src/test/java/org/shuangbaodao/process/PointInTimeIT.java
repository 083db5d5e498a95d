package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shuangbaodao.support.MySqlSchema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * To the second before a mistake, as the README tells a database team: the dump of yesterday, then the server's own log up to
 * that second. On a MySQL server only; the embedded one writes no such log.
 */
class PointInTimeIT {

    private static final Pattern WHERE = Pattern
            .compile("(?:SOURCE|MASTER)_LOG_FILE='([^']+)', (?:SOURCE|MASTER)_LOG_POS=(\\d+)");

    @TempDir
    Path folder;

    @Test
    void whatWasStoredBeforeTheMistakeIsBackAndTheMistakeIsNot() throws Exception {
        assumeTrue(!System.getProperty("test.mysql.port", "").isBlank(), "the embedded server writes no log to recover from");
        ServiceProcess service = ServiceProcess.start(folder.resolve("data"));
        try {
            TestDatabase database = service.database();
            assumeTrue(hasPrograms(database), "mysqldump, mysql and mysqlbinlog are not on the PATH");
            Path dump = dumped(database);
            String later = report(service);
            String second = nextSecond(database);
            loseAllRecords(database);
            service.terminate();
            service.awaitExit(Duration.ofMinutes(1));

            recover(database, dump, second);

            service = service.again();
            assertThat(service.as("demo-member", "GET", "/api/records/" + later, null).status()).isEqualTo(200);
            // More than the one reported since the dump: the mistake had left none.
            assertThat(database.rows("select 1 from service_record")).hasSizeGreaterThan(100);
        } finally {
            service.close();
        }
    }

    private Path dumped(TestDatabase database) throws Exception {
        Path dump = folder.resolve("app.sql");
        run(database, null, dump, login(database, "mysqldump", "--single-transaction", "--set-gtid-purged=OFF",
                "--no-tablespaces", "--hex-blob", "--default-character-set=utf8mb4", "--source-data=2", "--flush-logs",
                database.name()));
        return dump;
    }

    private static void loseAllRecords(TestDatabase database) throws Exception {
        try (Connection connection = database.open(); Statement mistake = connection.createStatement()) {
            mistake.execute("set foreign_key_checks = 0");
            assertThat(mistake.executeUpdate("delete from service_record")).isPositive();
        }
    }

    private void recover(TestDatabase database, Path dump, String second) throws Exception {
        List<String> log = login(database, "mysqlbinlog", "--skip-gtids", "--database=" + database.name(),
                "--stop-datetime=" + second);
        log.addAll(since(dump, log, database));
        Path changes = folder.resolve("changes.sql");
        run(database, null, changes, log);
        database.empty();
        run(database, dump, folder.resolve("loaded"), login(database, "mysql", "--binary-mode", database.name()));
        run(database, changes, folder.resolve("replayed"), login(database, "mysql", "--binary-mode"));
    }

    private static String report(ServiceProcess service) {
        String community = service.as("demo-member", "GET", "/api/records", null).body().get("items").get(0)
                .get("communityCode").asText();
        LocalDate day = LocalDate.now().minusDays(500);
        ServiceProcess.Answer reported = service.as("demo-member", "POST", "/api/records",
                Map.of("startedAt", day + "T09:00", "endedAt", day + "T10:00", "summary", "小区门口值守", "communityCode", community,
                        "lateReason", "一直在外地"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(reported.status()).isEqualTo(201);
        return reported.text("id");
    }

    // By the machine's clock, as mysqlbinlog reads it: everything acknowledged lies before, the mistake after.
    private static String nextSecond(TestDatabase database) throws Exception {
        Thread.sleep(2000);
        String now;
        try (Connection root = MySqlSchema.root(database.port());
                ResultSet row = root.createStatement().executeQuery("select sysdate()")) {
            row.next();
            now = row.getString(1);
        }
        Thread.sleep(2000);
        return now;
    }

    // Every file from the one named in the dump on.
    private static List<String> since(Path dump, List<String> command, TestDatabase database) throws Exception {
        Matcher where = WHERE.matcher(Files.readString(dump));
        assertThat(where.find()).isTrue();
        command.add("--start-position=" + where.group(2));
        List<String> files = new ArrayList<>();
        try (Connection root = MySqlSchema.root(database.port()); Statement statement = root.createStatement()) {
            String folder;
            try (ResultSet row = statement.executeQuery("select @@log_bin_basename")) {
                row.next();
                folder = Path.of(row.getString(1)).getParent().toString();
            }
            try (ResultSet row = statement.executeQuery("show binary logs")) {
                while (row.next()) {
                    if (row.getString(1).compareTo(where.group(1)) >= 0) {
                        files.add(Path.of(folder, row.getString(1)).toString());
                    }
                }
            }
        }
        return files;
    }

    private static boolean hasPrograms(TestDatabase database) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c",
                "mysqldump --version && mysql --version && mysqlbinlog --version");
        builder.environment().putAll(database.programs());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true).start().waitFor() == 0;
    }

    private static List<String> login(TestDatabase database, String program, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "--no-defaults"));
        if (!program.equals("mysqlbinlog")) {
            command.addAll(List.of("-h127.0.0.1", "-P" + database.port(), "-uroot"));
        }
        command.addAll(List.of(more));
        return command;
    }

    private static void run(TestDatabase database, Path from, Path to, List<String> command) throws Exception {
        Path complaints = to.resolveSibling(to.getFileName() + ".err");
        // A shell looks along the PATH it is given; the JVM would look along its own.
        List<String> words = new ArrayList<>(List.of("sh", "-c", "exec \"$@\"", "sh"));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(to.toFile()).redirectError(complaints.toFile());
        builder.environment().putAll(database.programs());
        if (from != null) {
            builder.redirectInput(from.toFile());
        }
        assertThat(builder.start().waitFor()).as("%s: %s", command.get(0), Files.readString(complaints)).isZero();
    }
}
