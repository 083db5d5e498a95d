package org.shuangbaodao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Looks whether the books are as they were written. {@link BooksCheck} goes through all of them at once. */
@ApplicationScoped
public class LedgerProof {

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
        ChainWalk walk = new ChainWalk(branchId);
        LedgerEntry.<LedgerEntry> list("branchId = ?1 order by sequence", branchId).forEach(walk::next);
        return walk.end(heads(branchId).stream().findFirst().orElse(null));
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
                     where table_schema = database() and table_name = 'ledger_entry'
                     and privilege_type in ('UPDATE', 'DELETE'))""").getSingleResult();
        return ((Number) rights).longValue() == 0;
    }

    /** Something wrong in a chain: {@code gap}, {@code changed} or {@code tail}. */
    public record Break(long branchId, long sequence, Long entryId, String kind) {
    }

    /** A holder whose entries do not add up to his standing. */
    public record Difference(long holderId, String book, String period, long entries, long standing) {
    }

    /** Where a branch's chain ends. */
    public record BranchHead(long branchId, long sequence, String hash) {
    }
}
