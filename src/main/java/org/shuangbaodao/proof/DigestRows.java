package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The digests as a plain connection reads them. */
final class DigestRows {

    static final int LOT = 1000;

    /** The leaves of a day: the latest row of each branch up to it. */
    static final String LEAVES = "select l.branch_id, l.branch_code, l.sequence, l.head from ledger_digest_leaf l"
            + " join (select branch_id, max(day) as day from ledger_digest_leaf where day <= ? group by branch_id) newest"
            + " on newest.branch_id = l.branch_id and newest.day = l.day";

    private DigestRows() {
    }

    /** Statement and signature of a day. */
    record Signed(DigestStatement statement, DigestSignature signature) {
    }

    /** All that are stored, oldest first. */
    static List<Signed> all(Connection connection) throws SQLException {
        List<Signed> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select * from ledger_digest order by day");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                DigestStatement statement = new DigestStatement(rows.getObject("day", LocalDate.class),
                        rows.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), rows.getString("digest"),
                        rows.getLong("branches"), rows.getString("root"), rows.getString("previous"));
                found.add(new Signed(statement, new DigestSignature(rows.getString("signature_algorithm"),
                        rows.getString("signature"), rows.getString("public_key"))));
            }
        }
        return found;
    }

    static List<DigestLeaf> leaves(Connection connection, LocalDate day) throws SQLException {
        List<DigestLeaf> leaves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setObject(1, day);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    leaves.add(new DigestLeaf(rows.getString(2), rows.getLong(3), rows.getString(4)));
                }
            }
        }
        leaves.sort(DigestLeaf.IN_ORDER);
        return leaves;
    }
}
