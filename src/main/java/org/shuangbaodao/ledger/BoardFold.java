package org.shuangbaodao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import org.hibernate.Session;

/**
 * Adds what was posted to the totals of every organization above. Not done while posting: one hot row for the whole district
 * would make all branches wait for each other. Every replica tries; the guard row lets one at a time.
 */
@ApplicationScoped
public class BoardFold {

    private static final int BATCH = 2000;
    private static final int ROWS = 500;

    private final EntityManager database;
    private final Organizations organizations;
    private final Event<Folded> events;
    private final BusinessTime time;

    BoardFold(EntityManager database, Organizations organizations, Event<Folded> events, BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.events = events;
        this.time = time;
    }

    /** Whether anything waits, asked without a lock. */
    @Transactional
    public boolean hasWork() {
        return !database
                .createNativeQuery("(select id from board_task limit 1) union all (select id from board_change limit 1)")
                .getResultList().isEmpty();
    }

    /**
     * Folds one batch.
     *
     * @return how many tasks and changes it took
     */
    @Transactional
    @Retried
    public int fold() {
        Object[] guard = (Object[]) database
                .createNativeQuery("select version, trees from board_guard where id = 1 for update").getSingleResult();
        List<Task> tasks = tasks();
        List<Long> changes = changes();
        if (tasks.isEmpty() && changes.isEmpty()) {
            return 0;
        }
        Map<Total, long[]> totals = totals(tasks);
        boolean grown = database.unwrap(Session.class).doReturningWork(connection -> {
            boolean first = add(connection, totals);
            remove(connection, "board_task", tasks.stream().map(Task::id).toList());
            remove(connection, "board_change", changes);
            return first;
        });
        int trees = grown || !changes.isEmpty() ? 1 : 0;
        database.createNativeQuery(
                "update board_guard set version = version + 1, trees = trees + ?, folded_at = ? where id = 1")
                .setParameter(1, trees).setParameter(2, Timestamp.from(time.now())).executeUpdate();
        events.fire(new Folded(new BoardVersion(number(guard[0]) + 1, number(guard[1]) + trees)));
        return tasks.size() + changes.size();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private List<Long> changes() {
        List<?> rows = database.createNativeQuery("select id from board_change order by id limit " + BATCH).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private List<Task> tasks() {
        List<?> rows = database.createNativeQuery(
                "select id, book, period, branch_id, community_id, amount from board_task order by id limit " + BATCH)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Task(((Number) row[0]).longValue(), row[1].toString(),
                row[2].toString(), ((Number) row[3]).longValue(), row[4] == null ? null : ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue())).toList();
    }

    private Map<Total, long[]> totals(List<Task> tasks) {
        Set<Long> direct = new HashSet<>();
        tasks.forEach(task -> {
            direct.add(task.branchId);
            if (task.communityId != null) {
                direct.add(task.communityId);
            }
        });
        Map<Long, Organization> known = organizations.byIds(direct);
        // Sorted, so that whoever else touches these rows meets them in the same order.
        Map<Total, long[]> totals = new TreeMap<>();
        for (Task task : tasks) {
            add(totals, task, known.get(task.branchId));
            if (task.communityId != null) {
                add(totals, task, known.get(task.communityId));
            }
        }
        return totals;
    }

    private static void add(Map<Total, long[]> totals, Task task, Organization organization) {
        Set<Long> above = new HashSet<>(organization.superiors());
        above.add(organization.id);
        Period quarter = new Period(task.period);
        for (Long id : above) {
            for (Period period : List.of(quarter, quarter.year(), Period.ALL)) {
                long[] sum = totals.computeIfAbsent(new Total(id, task.book, period.key()), key -> new long[2]);
                sum[0] += task.amount;
                sum[1]++;
            }
        }
    }

    /** @return whether an organization has got its first figures in some period */
    private static boolean add(Connection connection, Map<Total, long[]> totals) throws SQLException {
        List<Map.Entry<Total, long[]>> all = List.copyOf(totals.entrySet());
        int touched = 0;
        for (int from = 0; from < all.size(); from += ROWS) {
            touched += addSome(connection, all.subList(from, Math.min(from + ROWS, all.size())));
        }
        // The server counts a row that was there as two, a new one as one.
        return touched < 2 * all.size();
    }

    private static int addSome(Connection connection, List<Map.Entry<Total, long[]>> totals) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(
                "insert into board_total (organization_id, book, period, amount, entries) values "
                        + String.join(", ", Collections.nCopies(totals.size(), "(?, ?, ?, ?, ?)"))
                        + " on duplicate key update amount = amount + values(amount), entries = entries + values(entries)")) {
            int parameter = 0;
            for (Map.Entry<Total, long[]> total : totals) {
                add.setLong(++parameter, total.getKey().organizationId);
                add.setString(++parameter, total.getKey().book);
                add.setString(++parameter, total.getKey().period);
                add.setLong(++parameter, total.getValue()[0]);
                add.setLong(++parameter, total.getValue()[1]);
            }
            return add.executeUpdate();
        }
    }

    private static void remove(Connection connection, String table, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (PreparedStatement remove = connection.prepareStatement("delete from " + table + " where id in (" + list + ")")) {
            remove.executeUpdate();
        }
    }

    /** Boards of versions before this one are stale. */
    record Folded(BoardVersion version) {
    }

    private record Task(long id, String book, String period, long branchId, Long communityId, long amount) {
    }

    private record Total(long organizationId, String book, String period) implements Comparable<Total> {

        @Override
        public int compareTo(Total other) {
            int byOrganization = Long.compare(organizationId, other.organizationId);
            return byOrganization != 0 ? byOrganization : (book + period).compareTo(other.book + other.period);
        }
    }
}
