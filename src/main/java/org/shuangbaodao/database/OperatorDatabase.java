package org.shuangbaodao.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The database as an operator's command meets it: without the service and its pool, whether the service is running or not. An
 * embedded server that is not running is started, and ends with this process.
 */
public final class OperatorDatabase {

    private final String name;
    private final String url;
    private final Login service;
    private final Login migration;
    private final ClientPrograms programs;
    private final boolean servedByFolder;
    private final boolean embedded;

    private OperatorDatabase(String name, String url, Login service, Login migration, ClientPrograms programs,
            boolean servedByFolder, boolean embedded) {
        this.name = name;
        this.url = url;
        this.service = service;
        this.migration = migration;
        this.programs = programs;
        this.servedByFolder = servedByFolder;
        this.embedded = embedded;
    }

    /** An account and its password. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /** A server of one's own; {@code migration} is the service's account where there is only one. */
    public static OperatorDatabase external(String url, Login service, Login migration) {
        DatabaseAddress address = DatabaseAddress.of(url);
        return new OperatorDatabase("the database '%s' at %s:%d".formatted(address.database(), address.host(), address.port()),
                url, service, migration, ClientPrograms.onPath(address, migration.user(), migration.password()), false, false);
    }

    /** The embedded one with its files in {@code dataFolder}. */
    public static OperatorDatabase embedded(Path dataFolder) throws IOException {
        Path folder = dataFolder.toAbsolutePath().normalize();
        boolean served = EmbeddedServer.isInUse(folder);
        String url = EmbeddedServer.url(served ? EmbeddedServer.portInUse(folder) : EmbeddedServer.start(folder));
        EmbeddedAccounts accounts = EmbeddedAccounts.in(folder);
        ClientPrograms programs = ClientPrograms.of(new ServerFiles(folder.resolve("server")), DatabaseAddress.of(url),
                EmbeddedAccounts.MIGRATION, accounts.migrationPassword());
        return new OperatorDatabase("the embedded database in '%s'".formatted(dataFolder), url,
                new Login(EmbeddedAccounts.SERVICE, accounts.servicePassword()),
                new Login(EmbeddedAccounts.MIGRATION, accounts.migrationPassword()), programs, served, true);
    }

    /** Whether a data folder holds an embedded database at all. */
    public static boolean isIn(Path dataFolder) {
        return EmbeddedServer.hasDatabase(dataFolder);
    }

    /** For sentences. */
    public String name() {
        return name;
    }

    /** Whether a service is at work on it. A server of one's own is asked for other connections of the service's account. */
    public boolean isServed() throws SQLException {
        if (embedded) {
            return servedByFolder;
        }
        if (tables().isEmpty()) {
            // Nothing to serve; and an account without rights on any table may not even come in.
            return false;
        }
        try (Connection connection = open(service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show processlist")) {
            int others = -1;
            while (rows.next()) {
                others += connection.getCatalog().equals(rows.getString("db")) ? 1 : 0;
            }
            return others > 0;
        }
    }

    /** As the account that owns the tables. */
    public Connection connect() throws SQLException {
        return open(migration);
    }

    private Connection open(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user);
        properties.setProperty("password", login.password);
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("characterEncoding", "UTF-8");
        properties.setProperty("connectionCollation", "utf8mb4_bin");
        return new com.mysql.cj.jdbc.Driver().connect(url, properties);
    }

    /** Writes one consistent state of everything, as statements. */
    public void dump(OutputStream target) throws IOException {
        programs.dump(target);
    }

    /** Runs what {@link #dump} wrote. */
    public void load(InputStream dump) throws IOException {
        programs.load(dump);
    }

    /** {@code MariaDB} or {@code MySQL}: the one does not read the other's dumps. */
    public String family() throws SQLException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB") ? "MariaDB" : "MySQL";
        }
    }

    /** The names of all tables. */
    public List<String> tables() throws SQLException {
        try (Connection connection = connect()) {
            return tables(connection);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = database() order by table_name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Leaves the database without a table. */
    public void clear() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables(connection)) {
                statement.execute("drop table `" + table + "`");
            }
        }
    }

    /**
     * Gives the service its rights table by table, as a start does.
     *
     * @return false where one account does everything
     */
    public boolean grantRights() throws SQLException {
        try (Connection connection = connect()) {
            return TableGrants.grant(connection, service.user);
        }
    }

    /** The newest migration that was applied, empty in a database without a history. */
    public Optional<String> schemaVersion() throws SQLException {
        if (!tables().contains("flyway_schema_history")) {
            return Optional.empty();
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from flyway_schema_history where success = 1"
                        + " and version is not null order by installed_rank desc limit 1")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
