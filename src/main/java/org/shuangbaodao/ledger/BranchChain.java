package org.shuangbaodao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the chain of one branch on a plain connection, some entries at a time, and looks on the way whether it is whole. The
 * connection stays free between the lots, so that a reader can look up what stands behind the entries.
 */
public final class BranchChain {

    private static final int LOT = 500;

    private final Connection connection;
    private final long branchId;
    private final ChainWalk walk;
    private long after;

    private BranchChain(Connection connection, long branchId, ChainWalk walk, long after) {
        this.connection = connection;
        this.branchId = branchId;
        this.walk = walk;
        this.after = after;
    }

    /** From the first entry on. */
    public static BranchChain of(Connection connection, LedgerProof.BranchHead head) {
        return after(connection, head, 0, Chain.BEGINNING);
    }

    /** From behind the entry {@code sequence}, whose hash is {@code hash}. */
    static BranchChain after(Connection connection, LedgerProof.BranchHead head, long sequence, String hash) {
        return new BranchChain(connection, head.branchId(), new ChainWalk(head.branchId(), head, sequence, hash), sequence);
    }

    /** Single entries by their ids; those that cannot be read are absent. */
    public static Map<Long, PostedEntry> find(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, PostedEntry> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from ledger_entry where id in (" + list + ")")) {
            while (rows.next()) {
                try {
                    found.put(rows.getLong("id"), EntryRow.read(rows).posted());
                } catch (IllegalArgumentException noSuchBookOrKind) {
                    continue;
                }
            }
        }
        return found;
    }

    /** The next entries, oldest first; none at the end. One that cannot be read is left out, and is the chain's break. */
    public List<PostedEntry> next() throws SQLException {
        List<PostedEntry> entries = new ArrayList<>();
        // Until one can be read: an empty answer is the end.
        while (entries.isEmpty() && read(entries)) {
            continue;
        }
        return entries;
    }

    private boolean read(List<PostedEntry> entries) throws SQLException {
        boolean more = false;
        try (PreparedStatement select = connection.prepareStatement(
                "select * from ledger_entry where branch_id = ? and sequence > ? order by sequence limit " + LOT)) {
            select.setLong(1, branchId);
            select.setLong(2, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    more = true;
                    after = rows.getLong("sequence");
                    follow(rows, entries);
                }
            }
        }
        return more;
    }

    private void follow(ResultSet row, List<PostedEntry> entries) throws SQLException {
        LedgerEntry entry;
        try {
            entry = EntryRow.read(row);
        } catch (IllegalArgumentException noSuchBookOrKind) {
            walk.unreadable(row.getLong("id"));
            return;
        }
        walk.next(entry);
        entries.add(entry.posted());
    }

    /** What is not right, after the last entry was read. */
    public Optional<LedgerProof.Break> end() {
        return walk.end();
    }
}
