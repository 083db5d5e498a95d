package org.shuangbaodao.ledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.OrganizationKind;

import io.quarkus.panache.common.Page;

/**
 * Reads the books. Page, profile, API and export all ask here, so that they show the same figures. Amounts are minutes, or
 * hundredths of a point.
 */
@ApplicationScoped
public class Standings {

    private final EntityManager database;

    Standings(EntityManager database) {
        this.database = database;
    }

    /** What stands for the holder in each book; a book without entries is zero. */
    public Map<Book, Long> of(long holderId, Period period) {
        Query query = database.createNativeQuery("select book, sum(amount) from standing where holder_id = :holder"
                + within(period, "period") + " group by book").setParameter("holder", holderId);
        Map<Book, Long> totals = new EnumMap<>(Book.class);
        for (Book book : Book.values()) {
            totals.put(book, 0L);
        }
        rows(bind(query, period)).forEach(row -> totals.put(Book.valueOf(row[0].toString()), number(row[1])));
        return totals;
    }

    /** The holder's entries booked in the period, newest first. */
    public PageOf<LedgerEntry> entriesOf(long holderId, Period period, int page, int size) {
        String last = period.isQuarter() ? period.key() : period.equals(Period.ALL) ? "9999-Q4" : period.key() + "-Q4";
        String first = period.isQuarter() ? period.key() : period.equals(Period.ALL) ? "0000-Q1" : period.key() + "-Q1";
        var entries = LedgerEntry.<LedgerEntry> find(
                "holderId = ?1 and period >= ?2 and period <= ?3 order by servedOn desc, id desc", holderId, first, last);
        return new PageOf<>(entries.page(Page.of(page - 1, size)).list(), page, size, entries.count());
    }

    /** Everything posted for one service record, oldest first. */
    public List<LedgerEntry> entriesOfRecord(String recordId) {
        return LedgerEntry.of(Source.SERVICE_RECORD, recordId);
    }

    /** Hundredths of points that stand for these sources, before what spans deeds. */
    public long pointsOf(String sourceType, Collection<String> sourceIds) {
        return sourceIds.isEmpty() ? 0
                : number(database
                        .createNativeQuery("select coalesce(sum(amount), 0) from ledger_entry where source_type = :type"
                                + " and source_id in (:ids) and book = 'POINTS'")
                        .setParameter("type", sourceType)
                        .setParameter("ids", sourceIds).getSingleResult());
    }

    /** Every holder's sum in a book, keyed by holder: of one branch, or of all where {@code branchId} is null. */
    public Map<Long, Long> holders(Book book, Period period, Long branchId) {
        Query query = database.createNativeQuery("select holder_id, sum(amount) from standing where book = :book"
                + within(period, "period") + (branchId == null ? "" : " and branch_id = :branch") + " group by holder_id")
                .setParameter("book", book.name());
        if (branchId != null) {
            query.setParameter("branch", branchId);
        }
        Map<Long, Long> sums = new HashMap<>();
        rows(bind(query, period)).forEach(row -> sums.put(number(row[0]), number(row[1])));
        return sums;
    }

    /** The totals of all organizations of a kind, as of the last fold. One that nothing was ever booked for is absent. */
    public Map<Long, OrganizationTotals> organizations(OrganizationKind kind, Period period) {
        Map<Long, OrganizationTotals> totals = new HashMap<>();
        rows(database.createNativeQuery("select t.organization_id, t.book, t.amount from board_total t"
                + " join organization o on o.id = t.organization_id where t.period = ? and o.kind = ?")
                .setParameter(1, period.key()).setParameter(2, kind.name()))
                .forEach(row -> totals.merge(number(row[0]),
                        OrganizationTotals.of(Book.valueOf(row[1].toString()), number(row[2])), OrganizationTotals::plus));
        return totals;
    }

    /** Raised by each fold: a board made at an older version is stale. */
    @Transactional
    public BoardVersion boardVersion() {
        Object[] row = (Object[]) database.createNativeQuery("select version, trees from board_guard where id = 1")
                .getSingleResult();
        return new BoardVersion(number(row[0]), number(row[1]));
    }

    /** The quarters anything is booked in, newest first. */
    public List<Period> bookedQuarters() {
        List<?> keys = database.createNativeQuery("select distinct period from board_total where period like '%-Q%'"
                + " order by period desc").getResultList();
        return keys.stream().map(key -> new Period(key.toString())).toList();
    }

    private static String within(Period period, String column) {
        if (period.equals(Period.ALL)) {
            return "";
        }
        return " and " + column + (period.isQuarter() ? " = :period" : " like :period");
    }

    private static Query bind(Query query, Period period) {
        if (period.equals(Period.ALL)) {
            return query;
        }
        return query.setParameter("period", period.isQuarter() ? period.key() : period.key() + "-Q%");
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
