package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What people did in a calendar year, by the day of service and not by the quarter it was booked in: targets and appraisals are
 * about the year somebody served in.
 */
@ApplicationScoped
public class YearFacts {

    private final EntityManager database;

    YearFacts(EntityManager database) {
        this.database = database;
    }

    /**
     * @param times deeds that still stand
     * @param points of the service profile, in hundredths
     * @param items hundredths by rule item, of both profiles
     */
    public record Facts(long volunteerMinutes, long dutyMinutes, int times, long points, Map<String, Long> items) {

        public static final Facts NONE = new Facts(0, 0, 0, 0, Map.of());
    }

    /** By holder; who did nothing is absent. */
    public Map<Long, Facts> of(Collection<Long> holders, int year) {
        Map<Long, Sums> sums = new HashMap<>();
        if (holders.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery("""
                select holder_id, book, rule_item, source_type, source_id, sum(amount) from ledger_entry
                where holder_id in (:holders) and served_on between :first and :last
                group by holder_id, book, rule_item, source_type, source_id""").setParameter("holders", holders)
                .setParameter("first", LocalDate.of(year, 1, 1)).setParameter("last", LocalDate.of(year, 12, 31))
                .getResultList();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            sums.computeIfAbsent(((Number) values[0]).longValue(), key -> new Sums()).add(Book.valueOf(values[1].toString()),
                    values[2].toString(), values[4].toString(), ((Number) values[5]).longValue());
        }
        Map<Long, Facts> facts = new HashMap<>();
        sums.forEach((holder, sum) -> facts.put(holder, sum.facts()));
        return facts;
    }

    /** Volunteer minutes of closed quarters, for life: those that have been in public notice. By holder. */
    public Map<Long, Long> noticedVolunteerMinutes(Collection<Long> holders) {
        Map<Long, Long> minutes = new HashMap<>();
        if (holders.isEmpty()) {
            return minutes;
        }
        List<?> rows = database.createNativeQuery("""
                select s.holder_id, sum(s.amount) from standing s join branch_period p on p.branch_id = s.branch_id
                  and p.period = s.period and p.state = 'CLOSED'
                where s.holder_id in (:holders) and s.book = 'VOLUNTEER_MINUTES' group by s.holder_id""")
                .setParameter("holders", holders).getResultList();
        rows.forEach(row -> minutes.put(((Number) ((Object[]) row)[0]).longValue(),
                ((Number) ((Object[]) row)[1]).longValue()));
        return minutes;
    }

    private static final class Sums {

        private final Map<Book, Long> books = new HashMap<>();
        private final TreeMap<String, Long> items = new TreeMap<>();
        private final Set<String> deeds = new HashSet<>();

        void add(Book book, String item, String source, long amount) {
            books.merge(book, amount, Long::sum);
            if (book.isMinutes()) {
                if (amount > 0) {
                    deeds.add(source);
                }
            } else {
                items.merge(item, amount, Long::sum);
            }
        }

        Facts facts() {
            return new Facts(books.getOrDefault(Book.VOLUNTEER_MINUTES, 0L), books.getOrDefault(Book.DUTY_MINUTES, 0L),
                    deeds.size(), books.getOrDefault(Book.POINTS, 0L), items);
        }
    }
}
