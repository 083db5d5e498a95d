package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where something else migrates, nobody serves on a schema that is not there yet. */
class MigrationElsewhereIT {

    @TempDir
    Path folder;

    @Test
    void aServiceWaitsForItsMigrationAndOneThatRunsIsNotReadyWithoutIt() throws Exception {
        try (ServiceProcess first = ServiceProcess.start(folder.resolve("first"))) {
            newestMigration(first.database(), false);
            assertThat(status(first, "ready")).isEqualTo(503);
            assertThat(status(first, "live")).isEqualTo(200);

            try (ServiceProcess second = withoutMigrationAccount(first)) {
                awaitLine(second.dataFolder().resolve("service.log"), "Waiting until the database is migrated");
                newestMigration(first.database(), true);

                assertThat(status(second.ready(), "ready")).isEqualTo(200);
                assertThat(status(first, "ready")).isEqualTo(200);
            }
        }
    }

    // As in a cluster: only the Job that migrates knows the other account.
    private static ServiceProcess withoutMigrationAccount(ServiceProcess first) throws Exception {
        Map<String, String> settings = first.database().settings(first.database().port());
        return ServiceProcess.beside(first, first.database().port(), Map.of(
                "QUARKUS_FLYWAY_USERNAME", settings.get("QUARKUS_DATASOURCE_USERNAME"),
                "QUARKUS_FLYWAY_PASSWORD", settings.get("QUARKUS_DATASOURCE_PASSWORD"),
                "QUARKUS_FLYWAY_MIGRATE_AT_START", "false", "QUARKUS_FLYWAY_VALIDATE_AT_START", "true"));
    }

    // As it is while a migration is under way: a line in the history that is not a success yet.
    private static void newestMigration(TestDatabase database, boolean applied) throws Exception {
        try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update flyway_schema_history set success = " + (applied ? 1 : 0)
                    + " order by installed_rank desc limit 1")).isEqualTo(1);
        }
    }

    private static void awaitLine(Path log, String line) throws Exception {
        for (int i = 0; i < 1200; i++) {
            if (Files.exists(log) && Files.readString(log).contains(line)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("Not in the log: " + line);
    }

    private static int status(ServiceProcess service, String check) throws Exception {
        return service.send("GET", "/q/health/" + check, null, Map.of()).statusCode();
    }
}
