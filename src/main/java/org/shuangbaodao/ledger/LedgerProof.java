package org.shuangbaodao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.PageOf;

import org.hibernate.Session;

/** Looks whether the books are as they were written. {@link BooksCheck} goes through all of them at once. */
@ApplicationScoped
public class LedgerProof {

    /** What stands for the hash of an entry before the first. */
    public static final String BEGINNING = Chain.BEGINNING;

    private static final String NAMED = "select b.branch_id, o.code, o.name, b.sequence, b.head from ledger_branch b"
            + " join organization o on o.id = b.branch_id where b.sequence > 0";

    private final EntityManager database;

    LedgerProof(EntityManager database) {
        this.database = database;
    }

    /**
     * Goes through the chain of a branch.
     *
     * @return the first thing that is not right, or empty
     */
    @Transactional
    public Optional<Break> firstBreak(long branchId) {
        ChainWalk walk = new ChainWalk(branchId, heads(branchId).stream().findFirst().orElse(null));
        LedgerEntry.<LedgerEntry> list("branchId = ?1 order by sequence", branchId).forEach(walk::next);
        return walk.end();
    }

    /** Goes along a branch's chain from this entry to its head. */
    @Transactional
    public Stretch from(PostedEntry entry) {
        BranchHead head = headOf(entry.branchId());
        return database.unwrap(Session.class).doReturningWork(connection -> {
            BranchChain chain = BranchChain.after(connection, head, entry.sequence() - 1, entry.proof().previousHash());
            long entries = 0;
            for (List<PostedEntry> some = chain.next(); !some.isEmpty(); some = chain.next()) {
                entries += some.size();
            }
            return new Stretch(head, entries, chain.end());
        });
    }

    /** Where the branch's chain ends now, to be printed and compared later. */
    public BranchHead headOf(long branchId) {
        return heads(branchId).stream().findFirst().orElseGet(() -> new BranchHead(branchId, 0, Chain.BEGINNING));
    }

    /** Where the sum of a holder's entries in a quarter is not his standing: nowhere, unless somebody touched the database. */
    @Transactional
    public List<Difference> differences() {
        List<?> rows = database.createNativeQuery("""
                select holder_id, book, period, branch_id, sum(entries), sum(standing) from (
                  select holder_id, book, period, branch_id, sum(amount) entries, 0 standing from ledger_entry
                  group by holder_id, book, period, branch_id
                  union all select holder_id, book, period, branch_id, 0, amount from standing) both_sides
                group by holder_id, book, period, branch_id having sum(entries) <> sum(standing)""").getResultList();
        List<Difference> differences = new ArrayList<>();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            differences.add(new Difference(((Number) values[0]).longValue(), values[1].toString(), values[2].toString(),
                    ((Number) values[4]).longValue(), ((Number) values[5]).longValue()));
        }
        return differences;
    }

    /** The heads of all chains, by branch. */
    public List<BranchHead> heads() {
        return heads(null);
    }

    /** The heads of all chains that hold entries, with their branches. */
    public List<NamedHead> namedHeads() {
        return named(database.createNativeQuery(NAMED));
    }

    /** The same for a page, in the order of the branches' codes. */
    public PageOf<NamedHead> namedHeads(int page, int size) {
        List<NamedHead> shown = named(database.createNativeQuery(NAMED + " order by o.code limit :size offset :from")
                .setParameter("size", size).setParameter("from", (long) (page - 1) * size));
        Object total = database.createNativeQuery("select count(*) from ledger_branch where sequence > 0").getSingleResult();
        return new PageOf<>(shown, page, size, ((Number) total).longValue());
    }

    private static List<NamedHead> named(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .map(row -> new NamedHead(new BranchHead(((Number) row[0]).longValue(), ((Number) row[3]).longValue(),
                        row[4].toString()), row[1].toString(), row[2].toString()))
                .toList();
    }

    private List<BranchHead> heads(Long branchId) {
        List<?> rows = database.createNativeQuery("select branch_id, sequence, head from ledger_branch"
                + (branchId == null ? " order by branch_id" : " where branch_id = " + branchId)).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new BranchHead(((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(), row[2].toString())).toList();
    }

    /**
     * Whether the database itself refuses to change the ledger. It does where migration and service have accounts of their
     * own; with one account for both only the chain is left.
     */
    @Transactional
    public boolean isProtected() {
        Object rights = database.createNativeQuery("""
                select (select count(*) from information_schema.user_privileges where privilege_type in ('UPDATE', 'DELETE'))
                  + (select count(*) from information_schema.schema_privileges
                     where table_schema = database() and privilege_type in ('UPDATE', 'DELETE'))
                  + (select count(*) from information_schema.table_privileges
                     where table_schema = database() and table_name in ('ledger_entry', 'ledger_digest', 'ledger_digest_leaf')
                     and privilege_type in ('UPDATE', 'DELETE'))""").getSingleResult();
        return ((Number) rights).longValue() == 0;
    }

    /**
     * Something wrong in a chain: {@code gap} (an entry is missing or was put in before this one), {@code changed},
     * {@code surplus} (beyond the head) or {@code tail} (the last ones are missing).
     *
     * @param entryId null where the entry is gone
     */
    public record Break(long branchId, long sequence, Long entryId, String kind) {
    }

    /** A holder whose entries do not add up to his standing. */
    public record Difference(long holderId, String book, String period, long entries, long standing) {
    }

    /** Where a branch's chain ends. */
    public record BranchHead(long branchId, long sequence, String hash) {

        /** As it is printed, and as the verification takes it: {@code code:sequence:hash}. */
        public String text(String branchCode) {
            return branchCode + ":" + sequence + ":" + hash;
        }
    }

    /** Where the chain of a branch ends, with the branch's code and name. */
    public record NamedHead(BranchHead head, String code, String name) {
    }

    /** A part of a chain that ends at its head. */
    public record Stretch(BranchHead head, long entries, Optional<Break> firstBreak) {
    }
}
