package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.shuangbaodao.ledger.LedgerProof;

/** Holds the chains against what was published of them: whatever was published once must still be in them. */
final class DigestCheck {

    // Everything that is stored in one statement: a query for each branch would take as long as the walk.
    private static final String LOST_LEAVES = "select l.branch_code, l.sequence, l.head, e.hash from (" + DigestRows.LEAVES
            + ") l left join ledger_entry e on e.branch_id = l.branch_id and e.sequence = l.sequence"
            + " where e.hash is null or e.hash <> l.head order by l.branch_code";

    private final Connection connection;
    private final Evidence evidence;
    private final String onlyBranch;
    private final Findings findings;

    /** @param onlyBranch code, null for all */
    DigestCheck(Connection connection, Evidence evidence, String onlyBranch, Findings findings) {
        this.connection = connection;
        this.evidence = evidence;
        this.onlyBranch = onlyBranch;
        this.findings = findings;
    }

    void run() throws SQLException {
        stored();
        for (OldHead head : evidence.heads()) {
            String found = hashAt(head.branch(), head.sequence());
            if (!head.hash().equals(found)) {
                findings.add(new Finding(Defect.OLD_HEAD, head.branch(), head.sequence(), null, head.hash(), found));
            }
        }
        for (SavedDigest digest : evidence.digests()) {
            saved(digest);
        }
    }

    private void stored() throws SQLException {
        List<DigestRows.Signed> days = DigestRows.all(connection);
        String previous = DigestStatement.NO_ROOT;
        for (DigestRows.Signed day : days) {
            signature(day.statement(), day.signature());
            if (!day.statement().previous().equals(previous)) {
                findings.add(new Finding(Defect.ROOT, null, null, null, "%s: previous %s".formatted(day.statement().day(),
                        previous), day.statement().previous()));
            }
            previous = day.statement().root();
        }
        if (!days.isEmpty()) {
            DigestStatement newest = days.get(days.size() - 1).statement();
            root(newest, DigestRows.leaves(connection, newest.day()));
            lostLeaves(newest);
        }
    }

    private void lostLeaves(DigestStatement newest) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOST_LEAVES)) {
            select.setObject(1, newest.day());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lost(newest, new DigestLeaf(rows.getString(1), rows.getLong(2), rows.getString(3)), rows.getString(4));
                }
            }
        }
    }

    private void saved(SavedDigest digest) throws SQLException {
        signature(digest.statement(), digest.signed());
        List<DigestLeaf> leaves = digest.isComplete() ? digest.leaves() : DigestRows.leaves(connection, digest.day());
        root(digest.statement(), leaves);
        for (DigestLeaf leaf : leaves) {
            if (onlyBranch == null || onlyBranch.equals(leaf.branch())) {
                String found = hashAt(leaf.branch(), leaf.sequence());
                if (!leaf.head().equals(found)) {
                    lost(digest.statement(), leaf, found);
                }
            }
        }
    }

    private void lost(DigestStatement day, DigestLeaf leaf, String found) {
        if (onlyBranch == null || onlyBranch.equals(leaf.branch())) {
            findings.add(new Finding(Defect.LEAF, leaf.branch(), leaf.sequence(), null,
                    "%s: %s".formatted(day.day(), leaf.head()), found));
        }
    }

    private void signature(DigestStatement day, DigestSignature signature) {
        boolean ours = evidence.publicKey() == null || signature.isBy(evidence.publicKey());
        if (!ours || !signature.covers(day.text())) {
            findings.add(new Finding(Defect.SIGNATURE, null, null, null, day.day().toString(), signature.publicKey()));
        }
    }

    private void root(DigestStatement day, List<DigestLeaf> leaves) {
        String root;
        try {
            root = SealedDay.tree(day.digest(), leaves.stream().sorted(DigestLeaf.IN_ORDER).toList()).root();
        } catch (IllegalArgumentException unknownHashFunction) {
            root = day.digest();
        }
        if (!root.equals(day.root()) || leaves.size() != day.branches()) {
            findings.add(new Finding(Defect.ROOT, null, null, null, "%s: %s".formatted(day.day(), day.root()), root));
        }
    }

    private String hashAt(String branch, long sequence) throws SQLException {
        if (sequence == 0) {
            return LedgerProof.BEGINNING;
        }
        try (PreparedStatement select = connection.prepareStatement("select e.hash from ledger_entry e join organization o"
                + " on o.id = e.branch_id where o.code = ? and e.sequence = ?")) {
            select.setString(1, branch);
            select.setLong(2, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
