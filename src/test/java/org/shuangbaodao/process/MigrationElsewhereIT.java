package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
            Properties accounts = accounts(first);
            newestMigration(accounts, url(first), false);
            assertThat(status(first, "ready")).isEqualTo(503);
            assertThat(status(first, "live")).isEqualTo(200);

            CompletableFuture<ServiceProcess> second = CompletableFuture.supplyAsync(() -> startBeside(first, accounts));
            awaitLine(folder.resolve("second/service.log"), "Waiting until the database is migrated", second);
            newestMigration(accounts, url(first), true);

            try (ServiceProcess replica = second.get(3, TimeUnit.MINUTES)) {
                assertThat(status(replica, "ready")).isEqualTo(200);
                assertThat(status(first, "ready")).isEqualTo(200);
            }
        }
    }

    private ServiceProcess startBeside(ServiceProcess first, Properties accounts) {
        try {
            return ServiceProcess.start(folder.resolve("second"), Map.of("APP_DEMO", "false", "APP_KEYS_FOLDER",
                    first.dataFolder().resolve("keys").toString(), "QUARKUS_DATASOURCE_JDBC_URL", url(first),
                    "QUARKUS_DATASOURCE_USERNAME", "service", "QUARKUS_DATASOURCE_PASSWORD", accounts.getProperty("service"),
                    "QUARKUS_FLYWAY_MIGRATE_AT_START", "false", "QUARKUS_FLYWAY_VALIDATE_AT_START", "true"));
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    // As it is while a migration is under way: a line in the history that is not a success yet.
    private static void newestMigration(Properties accounts, String url, boolean applied) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "migration", accounts.getProperty("migration"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update flyway_schema_history set success = " + (applied ? 1 : 0)
                    + " order by installed_rank desc limit 1")).isEqualTo(1);
        }
    }

    private static void awaitLine(Path log, String line, CompletableFuture<?> started) throws Exception {
        for (int i = 0; i < 1200; i++) {
            assertThat(started).isNotDone();
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

    private static Properties accounts(ServiceProcess service) throws Exception {
        Properties accounts = new Properties();
        try (Reader reader = Files.newBufferedReader(service.dataFolder().resolve("accounts.properties"))) {
            accounts.load(reader);
        }
        return accounts;
    }

    private static String url(ServiceProcess service) {
        try {
            return "jdbc:mysql://127.0.0.1:" + Files.readString(service.dataFolder().resolve("server.port")) + "/app";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
