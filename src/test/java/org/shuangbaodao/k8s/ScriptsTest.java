package org.shuangbaodao.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the overlay, with stand-ins for the programs they call. */
class ScriptsTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String WHOLE = "CREATE TABLE `flyway_schema_history` (a int);\n-- Dump completed on 2026-11-21\n";

    @TempDir
    Path temporary;

    private Path programs;
    private Path backups;

    @BeforeEach
    void folders() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(SHELL), "No shell at " + SHELL + ": its scripts are not tried");
        programs = Files.createDirectory(temporary.resolve("programs"));
        backups = Files.createDirectory(temporary.resolve("backups"));
        dump("app-20260101T000000Z.sql.gz", Duration.ofDays(40));
        dump("app-20261120T184000Z.sql.gz", Duration.ofDays(1));
    }

    @Test
    void aWholeDumpIsKeptAndAnOldOneGoes() throws Exception {
        stub("mysqldump", "printf '%s' \"$CONTENT\"");

        Outcome outcome = run("overlays/single/backup.sh", Map.of("CONTENT", WHOLE, "BACKUP_PASSWORD", "x"));

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(files()).hasSize(2).contains("app-20261120T184000Z.sql.gz").doesNotContain("app-20260101T000000Z.sql.gz");
    }

    @Test
    void aDumpThatWasCutOffReplacesNothing() throws Exception {
        stub("mysqldump", "printf '%s' \"$CONTENT\"");

        Outcome outcome = run("overlays/single/backup.sh",
                Map.of("CONTENT", WHOLE.substring(0, 40), "BACKUP_PASSWORD", "x"));

        assertThat(outcome.status()).isNotZero();
        assertThat(files()).containsExactlyInAnyOrder("app-20260101T000000Z.sql.gz", "app-20261120T184000Z.sql.gz");
    }

    @Test
    void aDumpThatFailedReplacesNothing() throws Exception {
        stub("mysqldump", "printf '%s' \"$CONTENT\"; exit 2");

        Outcome outcome = run("overlays/single/backup.sh", Map.of("CONTENT", WHOLE, "BACKUP_PASSWORD", "x"));

        assertThat(outcome.status()).isNotZero();
        assertThat(files()).containsExactlyInAnyOrder("app-20260101T000000Z.sql.gz", "app-20261120T184000Z.sql.gz");
    }

    @Test
    void theNewestDumpIsRestored() throws Exception {
        Path received = temporary.resolve("received");
        stub("mysql", "case \"$*\" in *processlist*) echo 0;; *) cat > '%s';; esac".formatted(received));

        Outcome outcome = run("overlays/single/restore.sh", Map.of("BACKUP_PASSWORD", "x", "MIGRATION_PASSWORD", "x"));

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("app-20261120T184000Z.sql.gz");
        assertThat(Files.readString(received)).startsWith("drop database if exists app;").endsWith(WHOLE);
    }

    @Test
    void nothingIsRestoredUnderARunningService() throws Exception {
        Path received = temporary.resolve("received");
        stub("mysql", "case \"$*\" in *processlist*) echo 4;; *) cat > '%s';; esac".formatted(received));

        Outcome outcome = run("overlays/single/restore.sh", Map.of("BACKUP_PASSWORD", "x", "MIGRATION_PASSWORD", "x"));

        assertThat(outcome.status()).isNotZero();
        assertThat(received).doesNotExist();
    }

    @Test
    void theServerGetsItsAccountsAndRefusesAWeakPassword() throws Exception {
        Path accounts = temporary.resolve("accounts.sql");
        Map<String, String> passwords = new HashMap<>(Map.of("SERVICE_PASSWORD", "s".repeat(24), "MIGRATION_PASSWORD",
                "m".repeat(24), "BACKUP_PASSWORD", "b".repeat(24), "ACCOUNTS_FILE", accounts.toString()));

        assertThat(run("overlays/single/accounts.sh", passwords).status()).isZero();
        assertThat(Files.readAllLines(accounts)).allMatch(line -> line.endsWith(";"))
                .filteredOn(line -> line.startsWith("grant")).noneMatch(line -> line.contains("service"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(accounts))).isEqualTo("rw-------");

        passwords.put("SERVICE_PASSWORD", "it's; drop");
        assertThat(run("overlays/single/accounts.sh", passwords).status()).isNotZero();
    }

    @Test
    void theKeysMadeForASecretAreThoseTheServiceReads() throws Exception {
        Path keys = temporary.resolve("keys");
        stub("kubectl", "echo \"$*\"; for a in \"$@\"; do case $a in --from-env-file=*) cat \"${a#*=}\";; esac; done");

        Outcome outcome = run("secrets.sh", Map.of(), keys.toString(), "--namespace", "shuangbaodao");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("generic service-keys --from-file=" + keys + " --namespace shuangbaodao")
                .containsPattern("root=[0-9a-f]{48}\nservice=[0-9a-f]{48}\nmigration=[0-9a-f]{48}\nbackup=[0-9a-f]{48}\n");
        // The service's own: what an ordinary start has made.
        try (Stream<Path> made = Files.list(keys)) {
            assertThat(made.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("session-private.pem",
                    "session-public.pem", "digest-private.pem", "digest-public.pem", "field.key", "index.key");
        }
        assertThat(Base64.getDecoder().decode(Files.readString(keys.resolve("field.key")).strip())).hasSize(32);
        String pem = Files.readString(keys.resolve("session-private.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        assertThat(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))))
                .isInstanceOfSatisfying(ECPrivateKey.class,
                        key -> assertThat(key.getParams().getCurve().getField().getFieldSize()).isEqualTo(256));
        assertThat(run("secrets.sh", Map.of(), keys.toString()).status()).as("keys are never overwritten").isNotZero();
    }

    private void dump(String name, Duration age) throws IOException {
        Path file = backups.resolve(name);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(WHOLE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void stub(String name, String body) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int status, String output) {
    }

    private Outcome run(String script, Map<String, String> settings, String... arguments) throws Exception {
        Path output = temporary.resolve("output");
        List<String> command = Stream.concat(Stream.of("bash", Path.of("k8s", script).toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("BACKUP_FOLDER", backups.toString());
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), Files.readString(output));
    }
}
