package org.shuangbaodao.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A schema of its own on the MySQL server that {@code test.mysql.port} names, with the two accounts the README asks for. The
 * server is on loopback, its root without a password.
 */
public record MySqlSchema(int port, String name, String password) {

    /** Empty where the tests run on the embedded server. */
    public static Optional<MySqlSchema> ifWanted() {
        String port = System.getProperty("test.mysql.port", "");
        return port.isBlank() ? Optional.empty() : Optional.of(create(Integer.parseInt(port)));
    }

    private static MySqlSchema create(int port) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        MySqlSchema schema = new MySqlSchema(port, "test_" + Long.toHexString(random.nextLong()),
                HexFormat.of().toHexDigits(random.nextLong()));
        asRoot(port, "create database %s character set utf8mb4 collate utf8mb4_bin".formatted(schema.name),
                "create user '%s'@'%%' identified by '%s'".formatted(schema.service(), schema.password),
                "create user '%s'@'%%' identified by '%s'".formatted(schema.migration(), schema.password),
                "grant all on %s.* to '%s'@'%%' with grant option".formatted(schema.name, schema.migration()));
        return schema;
    }

    /** Without tables; the accounts keep their rights. */
    public void empty() {
        asRoot(port, "drop database " + name, "create database %s character set utf8mb4 collate utf8mb4_bin".formatted(name));
    }

    public void drop() {
        asRoot(port, "drop database " + name, "drop user '%s'@'%%'".formatted(service()),
                "drop user '%s'@'%%'".formatted(migration()));
    }

    public String service() {
        return name.replace("test_", "s_");
    }

    public String migration() {
        return name.replace("test_", "m_");
    }

    /** What the service reads, as properties. */
    public Map<String, String> settings() {
        return Map.of("quarkus.datasource.jdbc.url", "jdbc:mysql://127.0.0.1:%d/%s".formatted(port, name),
                "quarkus.datasource.username", service(), "quarkus.datasource.password", password,
                "quarkus.flyway.username", migration(), "quarkus.flyway.password", password);
    }

    public static void asRoot(int port, String... statements) {
        try (Connection connection = root(port); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No MySQL server does for root what it should, on port " + port, e);
        }
    }

    // Not from the driver manager: it knows no driver in the class loaders that test profiles are read with.
    public static Connection root(int port) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "root");
        return new com.mysql.cj.jdbc.Driver().connect("jdbc:mysql://127.0.0.1:" + port + "/", login);
    }
}
