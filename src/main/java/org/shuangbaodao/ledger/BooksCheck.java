package org.shuangbaodao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Goes through all books: every chain entry by entry, and every holder's sum against his standing. Works on a plain connection,
 * so that a restored database can be checked before a service starts on it. Reads some branches at a time, each lot as of one
 * moment: memory does not grow with the ledger, and what is posted meanwhile is no finding.
 */
public final class BooksCheck {

    private static final int BRANCHES_AT_ONCE = 200;
    private static final int EXAMPLES = 20;

    private final Connection connection;
    private final Outcome.Counter outcome = new Outcome.Counter();

    private BooksCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * What was found.
     *
     * @param entries how many were read
     * @param brokenBranches how many chains are not as they were written
     * @param differences how many holders' entries do not add up to their standing, by book, quarter and branch
     * @param examples some of the findings in words, without names
     */
    public record Outcome(long branches, long entries, long brokenBranches, long differences, List<String> examples) {

        public boolean isSound() {
            return brokenBranches == 0 && differences == 0;
        }

        private static final class Counter {

            private long branches;
            private long entries;
            private long broken;
            private long differences;
            private final List<String> examples = new ArrayList<>();

            private void example(String words) {
                if (examples.size() < EXAMPLES) {
                    examples.add(words);
                }
            }
        }
    }

    /** Reads everything through the connection, which is left as it was found. */
    public static Outcome of(Connection connection) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        boolean autoCommit = connection.getAutoCommit();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new BooksCheck(connection).run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            connection.setTransactionIsolation(isolation);
        }
    }

    private Outcome run() throws SQLException {
        long after = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            Map<Long, LedgerProof.BranchHead> heads = headsAfter(after);
            more = heads.size() == BRANCHES_AT_ONCE;
            // The last lot reaches to the end, so that rows of no known branch are met too.
            long last = more ? heads.keySet().stream().reduce((a, b) -> b).orElseThrow() : Long.MAX_VALUE;
            lot(heads, after, last);
            connection.commit();
            after = last;
        }
        return new Outcome(outcome.branches, outcome.entries, outcome.broken, outcome.differences,
                List.copyOf(outcome.examples));
    }

    private void lot(Map<Long, LedgerProof.BranchHead> heads, long after, long last) throws SQLException {
        Map<Holding, Long> sums = new HashMap<>();
        Map<Long, ChainWalk> walks = new TreeMap<>();
        heads.keySet().forEach(branch -> walks.put(branch, new ChainWalk(branch, heads.get(branch))));
        try (PreparedStatement select = connection.prepareStatement(
                "select * from ledger_entry where branch_id > ? and branch_id <= ? order by branch_id, sequence",
                ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // Row by row as they come from the server; otherwise the driver collects the whole answer first.
            select.setFetchSize(Integer.MIN_VALUE);
            select.setLong(1, after);
            select.setLong(2, last);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    outcome.entries++;
                    follow(rows, walks.computeIfAbsent(rows.getLong("branch_id"), branch -> new ChainWalk(branch, null)));
                    sums.merge(new Holding(rows.getLong("holder_id"), rows.getString("book"), rows.getString("period"),
                            rows.getLong("branch_id")), rows.getLong("amount"), Long::sum);
                }
            }
        }
        subtractStandings(sums, after, last);
        outcome.branches += walks.size();
        walks.forEach((branch, walk) -> walk.end().ifPresent(this::broken));
        sums.forEach((holding, difference) -> {
            if (difference != 0) {
                outcome.differences++;
                outcome.example("holder %d, %s, %s: the entries come to %d more than the standing".formatted(holding.holderId,
                        holding.book, holding.period, difference));
            }
        });
    }

    private static void follow(ResultSet row, ChainWalk walk) throws SQLException {
        LedgerEntry entry;
        try {
            entry = EntryRow.read(row);
        } catch (IllegalArgumentException noSuchBookOrKind) {
            walk.unreadable(row.getLong("id"));
            return;
        }
        walk.next(entry);
    }

    private void broken(LedgerProof.Break found) {
        outcome.broken++;
        outcome.example("branch %d: %s at entry %d of its chain".formatted(found.branchId(), found.kind(), found.sequence()));
    }

    private Map<Long, LedgerProof.BranchHead> headsAfter(long after) throws SQLException {
        Map<Long, LedgerProof.BranchHead> heads = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("select branch_id, sequence, head from ledger_branch"
                + " where branch_id > ? order by branch_id limit " + BRANCHES_AT_ONCE)) {
            select.setLong(1, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getLong(1), new LedgerProof.BranchHead(rows.getLong(1), rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return heads;
    }

    // The board's index begins with book and quarter; naming them all turns one scan per lot into short ranges.
    private void subtractStandings(Map<Holding, Long> sums, long after, long last) throws SQLException {
        List<String> pairs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct book, period from standing")) {
            while (rows.next()) {
                pairs.add("(book = '%s' and period = '%s' and branch_id > %d and branch_id <= %d)".formatted(
                        rows.getString(1).replace("'", "''"), rows.getString(2).replace("'", "''"), after, last));
            }
        }
        if (pairs.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select holder_id, book, period, branch_id, amount from standing where "
                        + pairs.stream().collect(Collectors.joining(" or ")))) {
            while (rows.next()) {
                sums.merge(new Holding(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getLong(4)),
                        -rows.getLong(5), Long::sum);
            }
        }
    }

    private record Holding(long holderId, String book, String period, long branchId) {
    }
}
