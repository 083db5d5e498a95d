package org.shuangbaodao.process;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.shuangbaodao.support.MySqlSchema;

/**
 * The database behind a service under test, to be looked into and to be hurt: the embedded one in the service's data folder,
 * or a schema of its own on a MySQL server.
 */
final class TestDatabase implements AutoCloseable {

    private final Path dataFolder;
    private final Optional<MySqlSchema> schema;

    private TestDatabase(Path dataFolder, Optional<MySqlSchema> schema) {
        this.dataFolder = dataFolder;
        this.schema = schema;
    }

    static TestDatabase below(Path dataFolder) {
        return new TestDatabase(dataFolder, MySqlSchema.ifWanted());
    }

    boolean isEmbedded() {
        return schema.isEmpty();
    }

    /** The environment of the service that owns it; nothing where it brings the embedded one. */
    Map<String, String> ownersSettings() throws IOException {
        return isEmbedded() ? Map.of() : settings(port());
    }

    /** The environment of a service that reaches it at {@code port}: its own, or that of a wire to it. */
    Map<String, String> settings(int port) throws IOException {
        Map<String, String> environment = new HashMap<>();
        properties().forEach((name, value) -> environment.put(name.toUpperCase().replace('.', '_'), value));
        // In plain text, so that a wire in between can read along.
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url(port) + "?sslMode=DISABLED&allowPublicKeyRetrieval=true");
        return environment;
    }

    int port() throws IOException {
        return schema.isPresent() ? schema.get().port()
                : Integer.parseInt(Files.readString(dataFolder.resolve("server.port")).strip());
    }

    private String url(int port) {
        return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port, name());
    }

    private Map<String, String> properties() throws IOException {
        if (schema.isPresent()) {
            return schema.get().settings();
        }
        Properties accounts = new Properties();
        try (Reader reader = Files.newBufferedReader(dataFolder.resolve("accounts.properties"))) {
            accounts.load(reader);
        }
        return Map.of("quarkus.datasource.username", "service", "quarkus.datasource.password", accounts.getProperty("service"),
                "quarkus.flyway.username", "migration", "quarkus.flyway.password", accounts.getProperty("migration"));
    }

    /** Beside the service, with the rights of the migration account. */
    Connection open() throws SQLException, IOException {
        return open("flyway");
    }

    /** Beside the service, with no more rights than it has. */
    Connection openAsService() throws SQLException, IOException {
        return open("datasource");
    }

    private Connection open(String account) throws SQLException, IOException {
        Map<String, String> properties = properties();
        Properties login = new Properties();
        login.setProperty("user", properties.get("quarkus.%s.username".formatted(account)));
        login.setProperty("password", properties.get("quarkus.%s.password".formatted(account)));
        login.setProperty("connectTimeout", "2000");
        login.setProperty("socketTimeout", "20000");
        login.setProperty("connectionTimeZone", "UTC");
        login.setProperty("forceConnectionTimeZoneToSession", "true");
        login.setProperty("allowPublicKeyRetrieval", "true");
        return DriverManager.getConnection(url(port()), login);
    }

    /** All rows, each as texts; null where the database has none. */
    List<List<String>> rows(String query) throws SQLException, IOException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    String name() {
        return schema.map(MySqlSchema::name).orElse("app");
    }

    /** As if nobody had ever used it; the embedded one is empty when its folder is. */
    void empty() {
        schema.ifPresent(MySqlSchema::empty);
    }

    /** What finds the client programs of a server of one's own, and nothing more for the embedded one. */
    Map<String, String> programs() {
        String folder = System.getProperty("test.mysql.programs", "");
        return isEmbedded() || folder.isBlank() ? Map.of()
                : Map.of("PATH", folder + File.pathSeparator + System.getenv("PATH"));
    }

    /** Whether somebody starts it again after it was ended: its service does, a MySQL server needs a command. */
    boolean comesBack() {
        return isEmbedded() || !restartCommand().isBlank();
    }

    void kill() throws Exception {
        end("-KILL");
    }

    /** Stops it in good order and starts it again. */
    void restart() throws Exception {
        end("-TERM");
    }

    /** The process stands still: connections stay, nothing answers. */
    void freeze() throws Exception {
        signal("-STOP", pid());
    }

    void thaw() throws Exception {
        signal("-CONT", pid());
    }

    // Once it is back, another process has its place.
    private void end(String signal) throws Exception {
        long pid = pid();
        signal(signal, pid);
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().orTimeout(120, TimeUnit.SECONDS).join());
        if (!isEmbedded()) {
            run(restartCommand().split(" "));
        }
    }

    private static String restartCommand() {
        return System.getProperty("test.mysql.restart", "");
    }

    // Asked while it answers, and kept: a server that stands still tells nobody.
    private long pid() throws Exception {
        Path file = dataFolder.resolve("server.pid");
        if (!isEmbedded() && !Files.exists(dataFolder.resolve("mysql.pidfile"))) {
            try (Connection root = MySqlSchema.root(port());
                    ResultSet path = root.createStatement().executeQuery("select @@pid_file")) {
                path.next();
                Files.createDirectories(dataFolder);
                Files.writeString(dataFolder.resolve("mysql.pidfile"), path.getString(1));
            }
        }
        if (!isEmbedded()) {
            file = Path.of(Files.readString(dataFolder.resolve("mysql.pidfile")));
        }
        return Long.parseLong(Files.readString(file).strip());
    }

    private static void signal(String signal, long pid) throws Exception {
        run("kill", signal, String.valueOf(pid));
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    /** Waits until it answers again, whoever starts it. */
    void awaitBack() throws Exception {
        for (int i = 0; i < 1200; i++) {
            try {
                open().close();
                return;
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("The database did not come back");
    }

    @Override
    public void close() {
        schema.ifPresent(MySqlSchema::drop);
    }
}
