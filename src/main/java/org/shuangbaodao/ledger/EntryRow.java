package org.shuangbaodao.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** An entry as a plain connection reads it, for checks that run before a service starts. */
final class EntryRow {

    private EntryRow() {
    }

    /** @throws IllegalArgumentException when the row holds a book or a kind that does not exist */
    static LedgerEntry read(ResultSet row) throws SQLException {
        LedgerEntry entry = new LedgerEntry();
        entry.id = row.getLong("id");
        entry.branchId = row.getLong("branch_id");
        entry.sequence = row.getLong("sequence");
        entry.book = Book.valueOf(row.getString("book"));
        entry.holderId = row.getLong("holder_id");
        entry.communityId = row.getObject("community_id", Long.class);
        entry.period = row.getString("period");
        entry.servedOn = row.getObject("served_on", LocalDate.class);
        entry.amount = row.getLong("amount");
        entry.kind = EntryKind.valueOf(row.getString("kind"));
        entry.ruleItem = row.getString("rule_item");
        entry.ruleVersion = row.getInt("rule_version");
        entry.parameters = row.getString("parameters");
        entry.sourceType = row.getString("source_type");
        entry.sourceId = row.getString("source_id");
        entry.sourceRevision = row.getInt("source_revision");
        entry.reverses = row.getObject("reverses", Long.class);
        entry.postedAt = row.getObject("posted_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        entry.postedBy = row.getLong("posted_by");
        entry.format = row.getInt("format");
        entry.digest = row.getString("digest");
        entry.nonce = row.getString("nonce");
        entry.previousHash = row.getString("previous_hash");
        entry.hash = row.getString("hash");
        return entry;
    }
}
