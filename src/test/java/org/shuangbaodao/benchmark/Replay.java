package org.shuangbaodao.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
            connections.add(DriverManager.getConnection(url + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                    + "&connectionCollation=utf8mb4_bin", "migration", password));
        }
        int most = lanes.stream().mapToInt(List::size).min().orElse(0);
        return Load.run(lanes.size(), Duration.ZERO, Duration.ofMinutes(10), most, (lane, number) -> {
            try (Statement statement = connections.get(lane).createStatement()) {
                for (String sql : lanes.get(lane).get(number)) {
                    statement.execute(sql);
                }
            }
        });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
