package org.shuangbaodao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;

import org.hibernate.Session;

/** The SQL of posting, in batches: a hundred awards cost as many round trips as one. */
@ApplicationScoped
class LedgerRows {

    // Before anything there can be a record of.
    private static final String FIRST_QUARTER = "2000-Q1";

    private final EntityManager database;

    LedgerRows(EntityManager database) {
        this.database = database;
    }

    /** Where the chain of a branch ends, and the earliest quarter it can still book in. */
    record Head(long sequence, String hash, Period openFrom) {
    }

    /** A quarter of a branch. */
    record Quarter(long branchId, Period period) {
    }

    /** Those of the branches, whose rows are locked, that are in public notice. */
    Set<Quarter> inNotice(Collection<Long> branchIds) {
        List<?> found = database.createNativeQuery("select branch_id, period from branch_period where state = 'IN_NOTICE'"
                + " and branch_id in (:branches)").setParameter("branches", branchIds).getResultList();
        return found.stream().map(row -> (Object[]) row)
                .map(row -> new Quarter(((Number) row[0]).longValue(), new Period(row[1].toString())))
                .collect(Collectors.toSet());
    }

    /** Locks the branches' rows in ascending order, so that two postings never wait for each other in a circle. */
    Map<Long, Head> lockHeads(SortedSet<Long> branchIds) {
        Map<Long, Head> heads = new TreeMap<>();
        for (Long branchId : branchIds) {
            Object[] row = head(branchId);
            heads.put(branchId, new Head(((Number) row[0]).longValue(), row[1].toString(), new Period(row[2].toString())));
        }
        return heads;
    }

    private Object[] head(long branchId) {
        List<?> found = selectForUpdate(branchId);
        if (found.isEmpty()) {
            database.createNativeQuery("insert ignore into ledger_branch (branch_id, sequence, head, open_from)"
                    + " values (?, 0, ?, ?)").setParameter(1, branchId).setParameter(2, Chain.BEGINNING)
                    .setParameter(3, earliestOpen()).executeUpdate();
            found = selectForUpdate(branchId);
        }
        return (Object[]) found.get(0);
    }

    // A branch that books for the first time begins where the last one of all is: what everybody has closed stays closed. That one
    // cannot move on before this is committed, or the quarter would be frozen without whoever comes into it here.
    private String earliestOpen() {
        List<?> found = database.createNativeQuery("select open_from from ledger_branch order by open_from limit 1"
                + " lock in share mode").getResultList();
        return found.isEmpty() ? FIRST_QUARTER : found.get(0).toString();
    }

    private List<?> selectForUpdate(long branchId) {
        return database.createNativeQuery("select sequence, head, open_from from ledger_branch where branch_id = ? for update")
                .setParameter(1, branchId).getResultList();
    }

    void saveHeads(Map<Long, Head> heads) {
        heads.forEach((branchId, head) -> database
                .createNativeQuery("update ledger_branch set sequence = ?, head = ? where branch_id = ?")
                .setParameter(1, head.sequence()).setParameter(2, head.hash()).setParameter(3, branchId).executeUpdate());
    }

    void insert(List<LedgerEntry> entries) {
        database.unwrap(Session.class).doWork(connection -> {
            insertEntries(connection, entries);
            addToStandings(connection, entries);
            leaveTasks(connection, entries);
        });
    }

    private static void insertEntries(Connection connection, List<LedgerEntry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                        insert into ledger_entry (id, branch_id, sequence, book, holder_id, community_id, period, served_on, amount, kind,
                          rule_item, rule_version, parameters, source_type, source_id, source_revision, reverses, posted_at, posted_by,
                          format, digest, nonce, previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (LedgerEntry entry : entries) {
                insert.setLong(1, entry.id);
                insert.setLong(2, entry.branchId);
                insert.setLong(3, entry.sequence);
                insert.setString(4, entry.book.name());
                insert.setLong(5, entry.holderId);
                insert.setObject(6, entry.communityId, Types.BIGINT);
                insert.setString(7, entry.period);
                insert.setObject(8, entry.servedOn);
                insert.setLong(9, entry.amount);
                insert.setString(10, entry.kind.name());
                insert.setString(11, entry.ruleItem);
                insert.setInt(12, entry.ruleVersion);
                insert.setString(13, entry.parameters);
                insert.setString(14, entry.sourceType);
                insert.setString(15, entry.sourceId);
                insert.setInt(16, entry.sourceRevision);
                insert.setObject(17, entry.reverses, Types.BIGINT);
                insert.setObject(18, entry.postedAt.atOffset(ZoneOffset.UTC).toLocalDateTime());
                insert.setLong(19, entry.postedBy);
                insert.setInt(20, entry.format);
                insert.setString(21, entry.digest);
                insert.setString(22, entry.nonce);
                insert.setString(23, entry.previousHash);
                insert.setString(24, entry.hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    // In place and never read first: whoever reads, adds and writes back loses what others added meanwhile.
    private static void addToStandings(Connection connection, List<LedgerEntry> entries) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement("""
                insert into standing (holder_id, book, period, branch_id, amount) values (?, ?, ?, ?, ?)
                on duplicate key update amount = amount + values(amount)""")) {
            for (LedgerEntry entry : entries) {
                add.setLong(1, entry.holderId);
                add.setString(2, entry.book.name());
                add.setString(3, entry.period);
                add.setLong(4, entry.branchId);
                add.setLong(5, entry.amount);
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private static void leaveTasks(Connection connection, List<LedgerEntry> entries) throws SQLException {
        try (PreparedStatement leave = connection.prepareStatement(
                "insert into board_task (id, book, period, branch_id, community_id, amount) values (?, ?, ?, ?, ?, ?)")) {
            for (LedgerEntry entry : entries.stream().filter(each -> each.book.isOnBoards()).toList()) {
                leave.setLong(1, Ids.next());
                leave.setString(2, entry.book.name());
                leave.setString(3, entry.period);
                leave.setLong(4, entry.branchId);
                leave.setObject(5, entry.communityId, Types.BIGINT);
                leave.setLong(6, entry.amount);
                leave.addBatch();
            }
            leave.executeBatch();
        }
    }
}
