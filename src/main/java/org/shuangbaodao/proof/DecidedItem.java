package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What was approved without a service record behind it, as it stands. */
record DecidedItem(long memberId, long branchId, String item, LocalDate day, int times, String level, String state,
        Long decidedBy) {

    static Map<Long, DecidedItem> read(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, DecidedItem> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from points_item where id in (" + list + ")")) {
            while (rows.next()) {
                found.put(rows.getLong("id"), new DecidedItem(rows.getLong("member_id"), rows.getLong("branch_id"),
                        rows.getString("item"), rows.getObject("day", LocalDate.class), rows.getInt("times"),
                        rows.getString("level"), rows.getString("state"), rows.getObject("decided_by", Long.class)));
            }
        }
        return found;
    }
}
