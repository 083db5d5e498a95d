package org.shuangbaodao.benchmark;

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
import java.util.List;
import java.util.Properties;

/** What only the root of the embedded server may do: switch files and statement logs on. It speaks through its socket alone. */
final class DatabaseRoot {

    private static final String MARK = "select 'end of this piece'";

    private final Path folder;
    private final Properties accounts = new Properties();

    DatabaseRoot(Path dataFolder) throws IOException {
        folder = dataFolder;
        try (Reader reader = Files.newBufferedReader(folder.resolve("accounts.properties"))) {
            accounts.load(reader);
        }
    }

    String url() throws IOException {
        return "jdbc:mysql://127.0.0.1:" + Files.readString(folder.resolve("server.port")).strip() + "/app";
    }

    String migrationPassword() {
        return accounts.getProperty("migration");
    }

    Tables tables() throws IOException, SQLException {
        sql("set global local_infile = 1");
        return new Tables(url(), "migration", migrationPassword());
    }

    void sql(String statements) throws IOException {
        ProcessBuilder client = new ProcessBuilder(folder.resolve("server/bin/mariadb").toString(), "--no-defaults",
                "--socket=" + folder.resolve("database/server.sock"), "--user=root", "--execute=" + statements);
        client.environment().put("MYSQL_PWD", accounts.getProperty("root"));
        Process process = client.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Notes every statement of the service from now on. */
    void startLog() throws IOException {
        sql("set global general_log = 0; set global log_output = 'TABLE'; truncate table mysql.general_log;"
                + " grant select on mysql.general_log to migration; set global general_log = 1");
    }

    /** From here on the statements belong to the next piece of work. */
    void mark() throws IOException, SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(MARK);
        }
    }

    /** The statements since, in their order. */
    List<String> endLog() throws IOException, SQLException {
        return endMarkedLog().get(0);
    }

    /** The same, divided where it was marked. */
    List<List<String>> endMarkedLog() throws IOException, SQLException {
        sql("set global general_log = 0");
        List<List<String>> pieces = new ArrayList<>(List.of(new ArrayList<>()));
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select convert(argument using utf8mb4) from mysql.general_log"
                        + " where command_type = 'Query' and (user_host like 'service%' or argument like '%end of this piece%')")) {
            while (rows.next()) {
                if (rows.getString(1).contains(MARK)) {
                    pieces.add(new ArrayList<>());
                } else {
                    pieces.get(pieces.size() - 1).add(rows.getString(1));
                }
            }
        }
        return pieces;
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(url(), "migration", migrationPassword());
    }
}
