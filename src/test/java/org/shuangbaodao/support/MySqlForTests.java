package org.shuangbaodao.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Runs the tests on a MySQL server instead of the embedded one where {@code test.mysql.port} names it: a schema of their own,
 * the two accounts the README asks for, and all of it gone afterwards. The server is on loopback, its root without a password.
 */
public class MySqlForTests implements LauncherSessionListener {

    private String schema;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (port().isBlank()) {
            return;
        }
        schema = "test_" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        String service = account("s_");
        String migration = account("m_");
        String password = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        asRoot("create database %s character set utf8mb4 collate utf8mb4_bin".formatted(schema),
                "create user '%s'@'%%' identified by '%s'".formatted(service, password),
                "create user '%s'@'%%' identified by '%s'".formatted(migration, password),
                "grant all on %s.* to '%s'@'%%' with grant option".formatted(schema, migration));
        System.setProperty("quarkus.datasource.jdbc.url", "jdbc:mysql://127.0.0.1:%s/%s".formatted(port(), schema));
        System.setProperty("quarkus.datasource.username", service);
        System.setProperty("quarkus.datasource.password", password);
        System.setProperty("quarkus.flyway.username", migration);
        System.setProperty("quarkus.flyway.password", password);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (schema != null) {
            asRoot("drop database " + schema, "drop user '%s'@'%%'".formatted(account("s_")),
                    "drop user '%s'@'%%'".formatted(account("m_")));
        }
    }

    private String account(String prefix) {
        return schema.replace("test_", prefix);
    }

    private static String port() {
        return System.getProperty("test.mysql.port", "");
    }

    private static void asRoot(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port() + "/", "root", "");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No MySQL server answers root on port " + port(), e);
        }
    }
}
