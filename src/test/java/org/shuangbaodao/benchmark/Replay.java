package org.shuangbaodao.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The statements the service sent, sent again by nothing but JDBC. */
final class Replay implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();

    /** @param lanes each with the statements of one piece of work after the other */
    Load.Measured run(String url, String password, List<List<List<String>>> lanes) throws Exception {
        for (int i = 0; i < lanes.size(); i++) {
            Connection connection = DriverManager.getConnection(url + "?connectionTimeZone=UTC"
                    + "&forceConnectionTimeZoneToSession=true&connectionCollation=utf8mb4_bin", "migration", password);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connections.add(connection);
        }
        List<List<List<List<String>>>> prepared = lanes.stream()
                .map(lane -> lane.stream().map(Replay::transactions).toList()).toList();
        int most = lanes.stream().mapToInt(List::size).min().orElse(0);
        return Load.run(lanes.size(), Duration.ZERO, Duration.ofMinutes(10), most, (lane, number) -> {
            for (List<String> transaction : prepared.get(lane).get(number)) {
                commit(connections.get(lane), transaction);
            }
        });
    }

    // Each ends with its commit or rollback, or with the work.
    private static List<List<String>> transactions(List<String> statements) {
        List<List<String>> transactions = new ArrayList<>(List.of(new ArrayList<>()));
        for (String sql : statements) {
            transactions.get(transactions.size() - 1).add(sql);
            if (sql.equalsIgnoreCase("commit") || sql.equalsIgnoreCase("rollback")) {
                transactions.add(new ArrayList<>());
            }
        }
        return transactions;
    }

    // Given up by the database, the whole begins again: as the service does it.
    private static void commit(Connection connection, List<String> transaction) throws SQLException {
        while (true) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : transaction) {
                    statement.execute(sql);
                }
                return;
            } catch (SQLTransactionRollbackException givenUp) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("rollback");
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
