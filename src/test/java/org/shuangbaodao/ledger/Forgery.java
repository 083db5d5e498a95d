package org.shuangbaodao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What somebody does who owns the database and knows how chains are made. */
public final class Forgery {

    private Forgery() {
    }

    /** Makes the chain of a branch anew from what its rows hold, so that it is whole again. */
    public static void recompute(Connection connection, long branchId) throws SQLException {
        List<LedgerEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("select * from ledger_entry where branch_id = " + branchId + " order by sequence")) {
            while (rows.next()) {
                entries.add(EntryRow.read(rows));
            }
        }
        String previous = Chain.BEGINNING;
        long sequence = 0;
        try (PreparedStatement update = connection.prepareStatement(
                "update ledger_entry set sequence = ?, previous_hash = ?, hash = ? where id = ?")) {
            for (LedgerEntry entry : entries) {
                entry.sequence = ++sequence;
                entry.previousHash = previous;
                entry.hash = Chain.hash(entry);
                update.setLong(1, entry.sequence);
                update.setString(2, entry.previousHash);
                update.setString(3, entry.hash);
                update.setLong(4, entry.id);
                update.executeUpdate();
                previous = entry.hash;
            }
        }
        try (PreparedStatement update = connection
                .prepareStatement("update ledger_branch set sequence = ?, head = ? where branch_id = ?")) {
            update.setLong(1, sequence);
            update.setString(2, previous);
            update.setLong(3, branchId);
            update.executeUpdate();
        }
    }
}
