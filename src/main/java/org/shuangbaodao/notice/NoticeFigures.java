package org.shuangbaodao.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.QuarterBooks;
import org.shuangbaodao.ledger.QuarterBooks.Deed;
import org.shuangbaodao.ledger.QuarterBooks.Sum;

/** The figures of a notice: out of the books while it runs, out of the frozen rows afterwards. */
@ApplicationScoped
class NoticeFigures {

    private final EntityManager database;
    private final QuarterBooks books;

    NoticeFigures(EntityManager database, QuarterBooks books) {
        this.database = database;
        this.books = books;
    }

    /** What stands for one holder. */
    record Holder(long id, Map<Book, Long> amounts, int entries) {

        long amount(Book book) {
            return amounts.getOrDefault(book, 0L);
        }
    }

    /** What stands for the branch, and how many of its deeds came late. */
    record Totals(int holders, Map<Book, Long> amounts, int entries, int late) {

        long amount(Book book) {
            return amounts.getOrDefault(book, 0L);
        }
    }

    @Transactional
    List<Holder> holders(Notice notice) {
        Map<Long, Holder> holders = new LinkedHashMap<>();
        for (Sum sum : notice.isClosed() ? frozen(notice) : books.sums(notice.branchId, notice.quarter())) {
            Holder before = holders.getOrDefault(sum.holderId(), new Holder(sum.holderId(), new EnumMap<>(Book.class), 0));
            before.amounts.put(sum.book(), sum.amount());
            holders.put(sum.holderId(), new Holder(before.id, before.amounts, before.entries + sum.entries()));
        }
        return new ArrayList<>(holders.values());
    }

    Totals totals(Notice notice) {
        return totals(notice.isClosed() ? frozen(notice) : books.sums(notice.branchId, notice.quarter()), notice.branchId,
                notice.quarter());
    }

    /** Of a quarter that is not in notice yet. */
    Totals totals(long branchId, Period quarter) {
        return totals(books.sums(branchId, quarter), branchId, quarter);
    }

    private Totals totals(List<Sum> sums, long branchId, Period quarter) {
        Map<Book, Long> amounts = new EnumMap<>(Book.class);
        sums.forEach(sum -> amounts.merge(sum.book(), sum.amount(), Long::sum));
        return new Totals((int) sums.stream().map(Sum::holderId).distinct().count(), amounts,
                sums.stream().mapToInt(Sum::entries).sum(), books.late(branchId, quarter));
    }

    /** Writes down what stands. The branch is locked and its quarter closed by the caller. */
    void freeze(Notice notice) {
        for (Sum sum : books.sums(notice.branchId, notice.quarter())) {
            database.createNativeQuery("insert into notice_row (notice_id, holder_id, book, amount, entries)"
                    + " values (?, ?, ?, ?, ?)").setParameter(1, notice.id).setParameter(2, sum.holderId())
                    .setParameter(3, sum.book().name()).setParameter(4, sum.amount()).setParameter(5, sum.entries())
                    .executeUpdate();
        }
    }

    private List<Sum> frozen(Notice notice) {
        List<?> rows = database.createNativeQuery("select holder_id, book, amount, entries from notice_row"
                + " where notice_id = ?").setParameter(1, notice.id).getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .map(row -> new Sum(((Number) row[0]).longValue(), Book.valueOf(row[1].toString()),
                        ((Number) row[2]).longValue(), ((Number) row[3]).intValue()))
                .toList();
    }

    /** The deeds that stand in the quarter and that an objection or an appeal is still about. */
    List<Deed> disputed(Notice notice) {
        Set<String> contested = new HashSet<>();
        for (Objection objection : Objection.to(notice.id)) {
            Appeal appeal = Appeal.findById(objection.id);
            if (objection.isOpen() || appeal != null && appeal.isOpen()) {
                ContestedDeed.of(objection.id).forEach(deed -> contested.add(deed.key()));
            }
        }
        return contested.isEmpty() ? List.of()
                : books.deeds(notice.branchId, notice.quarter()).stream()
                        .filter(deed -> contested.contains(deed.key())).toList();
    }
}
