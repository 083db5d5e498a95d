package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.BranchChain;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.rulebook.Rulebooks;

/**
 * Goes through the books and finds whatever is not as it was written or does not follow from its decision: each chain, each
 * entry against its record and rule, each year against its caps, each decision against its entries, and all of it against
 * what was published or kept on paper. Works on a plain connection, with the service running or not, and changes nothing.
 * Reads some branches at a time, each lot as of one moment: what is posted meanwhile is no finding.
 */
public final class LedgerVerification {

    private static final int LOT = 200;

    private final Connection connection;
    private final Evidence evidence;
    private final Findings findings = new Findings();
    private final EntryCheck entries;
    private final CapCheck caps;
    private final DecisionCheck decisions;
    private long branches;
    private long read;

    private LedgerVerification(Connection connection, Evidence evidence) throws SQLException {
        this.connection = connection;
        this.evidence = evidence;
        Rulebooks rulebooks = Rulebooks.read(connection);
        this.entries = new EntryCheck(connection, rulebooks, findings);
        this.caps = new CapCheck(connection, rulebooks, findings);
        this.decisions = new DecisionCheck(connection, rulebooks, findings);
    }

    /**
     * What was found.
     *
     * @param found how many things are not right
     * @param findings the first thousand of them
     */
    public record Outcome(long branches, long entries, long found, List<Finding> findings) {

        public boolean isSound() {
            return found == 0;
        }
    }

    /** All books. */
    public static Outcome ofAll(Connection connection, Evidence evidence) throws SQLException {
        return inTransaction(connection, evidence, LedgerVerification::all);
    }

    /** The books of one branch, and what was kept of it. */
    public static Outcome ofBranch(Connection connection, String code, Evidence evidence) throws SQLException {
        return inTransaction(connection, evidence, verification -> verification.one(code));
    }

    private interface Walk {

        void run(LedgerVerification verification) throws SQLException;
    }

    private static Outcome inTransaction(Connection connection, Evidence evidence, Walk walk) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        boolean autoCommit = connection.getAutoCommit();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            LedgerVerification verification = new LedgerVerification(connection, evidence);
            walk.run(verification);
            return new Outcome(verification.branches, verification.read, verification.findings.all(),
                    verification.findings.kept());
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            connection.setTransactionIsolation(isolation);
        }
    }

    private void all() throws SQLException {
        long after = Long.MIN_VALUE;
        for (List<LedgerProof.NamedHead> heads = headsAfter(after); !heads.isEmpty(); heads = headsAfter(after)) {
            for (LedgerProof.NamedHead head : heads) {
                walk(head);
                after = head.head().branchId();
            }
            connection.commit();
        }
        withoutBranch();
        long holder = Long.MIN_VALUE;
        for (List<Long> holders = holdersAfter(holder); !holders.isEmpty(); holders = holdersAfter(holder)) {
            caps.check(holders);
            holder = holders.get(holders.size() - 1);
            connection.commit();
        }
        decisions.check(null);
        connection.commit();
        new DigestCheck(connection, evidence, null, findings).run();
    }

    private void one(String code) throws SQLException {
        LedgerProof.NamedHead head = head(code);
        if (head != null) {
            caps.check(walk(head));
            decisions.check(head.head().branchId());
        }
        new DigestCheck(connection, evidence, code, findings).run();
    }

    /** @return whose entries were met */
    private Set<Long> walk(LedgerProof.NamedHead named) throws SQLException {
        Set<Long> holders = new HashSet<>();
        BranchChain chain = BranchChain.of(connection, named.head());
        for (List<PostedEntry> some = chain.next(); !some.isEmpty(); some = chain.next()) {
            entries.check(named.code(), some);
            some.forEach(entry -> holders.add(entry.holderId()));
            read += some.size();
        }
        chain.end().ifPresent(found -> findings.add(new Finding(Defect.valueOf(found.kind().toUpperCase(Locale.ROOT)),
                named.code(), found.sequence(), found.entryId() == null ? null : Ids.text(found.entryId()), null, null)));
        branches++;
        return holders;
    }

    // Rows that no walk meets, because their branch has no books.
    private void withoutBranch() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select e.id, e.sequence from ledger_entry e left join ledger_branch b"
                        + " on b.branch_id = e.branch_id where b.branch_id is null order by e.branch_id, e.sequence limit 1000")) {
            while (rows.next()) {
                findings.add(new Finding(Defect.SURPLUS, null, rows.getLong(2), Ids.text(rows.getLong(1)), null, null));
            }
        }
    }

    private static final String HEADS = "select b.branch_id, o.code, o.name, b.sequence, b.head from ledger_branch b"
            + " join organization o on o.id = b.branch_id where ";

    private List<LedgerProof.NamedHead> headsAfter(long branchId) throws SQLException {
        return heads("b.branch_id > ? order by b.branch_id limit " + LOT, branchId);
    }

    private LedgerProof.NamedHead head(String code) throws SQLException {
        List<LedgerProof.NamedHead> found = heads("o.code = ?", code);
        return found.isEmpty() ? null : found.get(0);
    }

    private List<LedgerProof.NamedHead> heads(String condition, Object value) throws SQLException {
        List<LedgerProof.NamedHead> heads = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS + condition)) {
            select.setObject(1, value);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    heads.add(new LedgerProof.NamedHead(
                            new LedgerProof.BranchHead(rows.getLong(1), rows.getLong(4), rows.getString(5)),
                            rows.getString(2), rows.getString(3)));
                }
            }
        }
        return heads;
    }

    private List<Long> holdersAfter(long holderId) throws SQLException {
        List<Long> holders = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct holder_id from ledger_entry where holder_id > ? order by holder_id limit " + LOT)) {
            select.setLong(1, holderId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    holders.add(rows.getLong(1));
                }
            }
        }
        return holders;
    }
}
