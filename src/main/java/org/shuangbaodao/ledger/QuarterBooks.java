package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.shuangbaodao.kernel.Period;

/** What the books of one branch hold in one quarter: what a public notice is made of. */
@ApplicationScoped
public class QuarterBooks {

    private static final String IN_QUARTER = " from ledger_entry where branch_id = :branch and period = :period";

    private final EntityManager database;

    QuarterBooks(EntityManager database) {
        this.database = database;
    }

    /** What stands for one holder in one book, and in how many entries. */
    public record Sum(long holderId, Book book, long amount, int entries) {
    }

    /**
     * Something a person did and that still counts in the quarter.
     *
     * @param points hundredths, of both books of points
     * @param revision the highest it was posted under
     * @param postedBy everybody whose decision stands behind an entry of it
     */
    public record Deed(String sourceType, String sourceId, long holderId, LocalDate servedOn, int revision,
            long points, long minutes, Set<Long> postedBy) {

        /** How it is called in addresses and forms. */
        public String key() {
            return sourceType + "/" + sourceId;
        }

        public boolean isServiceRecord() {
            return sourceType.equals(Source.SERVICE_RECORD);
        }

        /** Whether it was served before the quarter began. */
        public boolean isLateIn(Period quarter) {
            return servedOn.isBefore(quarter.firstDay());
        }
    }

    /** In no particular order; a holder whose entries cancel out is there with zero. */
    public List<Sum> sums(long branchId, Period quarter) {
        return rows(bound("select holder_id, book, sum(amount), count(*)" + IN_QUARTER + " group by holder_id, book", branchId,
                quarter)).stream()
                .map(row -> new Sum(number(row[0]), Book.valueOf(row[1].toString()), number(row[2]), (int) number(row[3])))
                .toList();
    }

    /** How many deeds of earlier quarters were booked in this one because theirs was in notice or closed. */
    public int late(long branchId, Period quarter) {
        Object late = bound("select count(distinct source_type, source_id)" + IN_QUARTER
                + " and served_on < :first and kind not in ('CAP', 'REVERSAL')", branchId, quarter)
                .setParameter("first", quarter.firstDay()).getSingleResult();
        return (int) number(late);
    }

    /** The deeds that stand, by day of service. */
    public List<Deed> deeds(long branchId, Period quarter) {
        return deeds(branchId, quarter, null, null);
    }

    /** One of them; empty when nothing of it stands in the quarter. */
    public Optional<Deed> deed(long branchId, Period quarter, String sourceType, String sourceId) {
        return deeds(branchId, quarter, sourceType, sourceId).stream().findFirst();
    }

    private List<Deed> deeds(long branchId, Period quarter, String sourceType, String sourceId) {
        Query query = bound("""
                select source_type, source_id, holder_id, min(served_on), max(source_revision),
                  sum(case when book in ('POINTS', 'HUNDRED_POINTS') then amount else 0 end),
                  sum(case when book in ('POINTS', 'HUNDRED_POINTS') then 0 else amount end),
                  group_concat(distinct posted_by)""" + IN_QUARTER + " and kind <> 'CAP'"
                + (sourceId == null ? "" : " and source_type = :type and source_id = :source")
                + " group by source_type, source_id, holder_id having sum(case when reverses is null then 1 else -1 end) > 0"
                + " order by min(served_on), source_id", branchId, quarter);
        if (sourceId != null) {
            query.setParameter("type", sourceType).setParameter("source", sourceId);
        }
        return rows(query).stream().map(row -> new Deed(row[0].toString(), row[1].toString(), number(row[2]),
                LocalDate.parse(row[3].toString()), (int) number(row[4]), number(row[5]), number(row[6]), ids(row[7])))
                .toList();
    }

    /** Everybody whose decision stands behind an entry of a deed, whatever became of it. */
    public Set<Long> postedBy(String sourceType, String sourceId) {
        List<?> ids = database.createNativeQuery("select distinct posted_by from ledger_entry where source_type = ?"
                + " and source_id = ?").setParameter(1, sourceType).setParameter(2, sourceId).getResultList();
        return ids.stream().map(QuarterBooks::number).collect(Collectors.toSet());
    }

    /** Where the chain of the branch ends now; empty before its first entry. */
    public Optional<LedgerProof.BranchHead> head(long branchId) {
        return rows(database.createNativeQuery("select branch_id, sequence, head from ledger_branch where branch_id = :branch")
                .setParameter("branch", branchId)).stream()
                .map(row -> new LedgerProof.BranchHead(number(row[0]), number(row[1]), row[2].toString())).findFirst();
    }

    private Query bound(String sql, long branchId, Period quarter) {
        return database.createNativeQuery(sql).setParameter("branch", branchId).setParameter("period", quarter.key());
    }

    private static Set<Long> ids(Object list) {
        return Arrays.stream(list.toString().split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
