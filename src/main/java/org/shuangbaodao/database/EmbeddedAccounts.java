package org.shuangbaodao.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The two accounts of the embedded server, with passwords made once per data folder and kept beside the data. */
record EmbeddedAccounts(String servicePassword, String migrationPassword, String rootPassword) {

    static final String SERVICE = "service";
    static final String MIGRATION = "migration";

    static EmbeddedAccounts in(Path folder) {
        Path file = folder.resolve("accounts.properties");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            Properties stored = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
            return new EmbeddedAccounts(stored.getProperty(SERVICE), stored.getProperty(MIGRATION),
                    stored.getProperty("root"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) throws IOException {
        Properties fresh = new Properties();
        for (String name : new String[] { SERVICE, MIGRATION, "root" }) {
            byte[] password = new byte[24];
            new SecureRandom().nextBytes(password);
            fresh.setProperty(name, HexFormat.of().formatHex(password));
        }
        PrivateFiles.create(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            fresh.store(writer, null);
        }
    }

    /** Statements the server runs at each start, one a line. The service account gets its rights after migration. */
    Path writeInitFile(Path folder) throws IOException {
        Path file = folder.resolve("accounts.sql");
        Files.deleteIfExists(file);
        PrivateFiles.create(file);
        return Files.writeString(file, """
                create database if not exists %1$s character set utf8mb4 collate utf8mb4_bin;
                create user if not exists '%2$s'@'%%' identified by '%3$s';
                alter user '%2$s'@'%%' identified by '%3$s';
                create user if not exists '%4$s'@'%%' identified by '%5$s';
                alter user '%4$s'@'%%' identified by '%5$s';
                grant all on %1$s.* to '%4$s'@'%%' with grant option;
                alter user root@localhost identified by '%6$s';
                """.formatted(EmbeddedServer.DATABASE, SERVICE, servicePassword, MIGRATION, migrationPassword, rootPassword));
    }
}
