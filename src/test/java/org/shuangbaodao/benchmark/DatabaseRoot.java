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

    /** The statements since, in their order, and forgets them. */
    List<String> endLog() throws IOException, SQLException {
        sql("set global general_log = 0");
        List<String> statements = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), "migration", migrationPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select convert(argument using utf8mb4) from mysql.general_log"
                        + " where user_host like 'service%' and command_type = 'Query'")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }
}
