package org.shuangbaodao.ranking;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.OrganizationKind;

/** What boards read beside the ledger's totals. A few grouped queries for a whole board, none per row. */
@ApplicationScoped
class BoardQueries {

    private static final String ON_ROSTER = " from affiliation where roster_state = 'APPROVED' and valid_from <= :day"
            + " and (valid_to is null or valid_to >= :day)";

    private final EntityManager database;

    BoardQueries(EntityManager database) {
        this.database = database;
    }

    /** The organizations down to the kind of the leaves, by id. */
    Map<Long, Place> places(OrganizationKind leaf) {
        List<Object[]> rows = database
                .createQuery("select id, parentId, kind, code, name, sortKey, path, unit from Organization"
                        + " where tree = :tree and kind not in :below", Object[].class)
                .setParameter("tree", leaf.tree())
                .setParameter("below", List.of(OrganizationKind.CELL, OrganizationKind.GRID, OrganizationKind.MICRO_GRID))
                .getResultList();
        Map<Long, Place> places = new HashMap<>();
        for (Object[] row : rows) {
            places.put((Long) row[0], new Place((Long) row[0], (Long) row[1], (OrganizationKind) row[2], (String) row[3],
                    (String) row[4], (String) row[5], (String) row[6], (Boolean) row[7]));
        }
        return places;
    }

    /** People on the approved rosters of the branches on a day. */
    Map<Long, Integer> headCounts(LocalDate day) {
        Map<Long, Integer> counts = new HashMap<>();
        rows(database.createNativeQuery("select branch_id, count(*)" + ON_ROSTER + " group by branch_id").setParameter("day",
                day)).forEach(row -> counts.put(number(row[0]), (int) number(row[1])));
        return counts;
    }

    /** The branch of everybody on an approved roster on a day. */
    Map<Long, Long> branches(LocalDate day) {
        Map<Long, Long> branches = new HashMap<>();
        rows(database.createNativeQuery("select member_id, branch_id" + ON_ROSTER).setParameter("day", day))
                .forEach(row -> branches.put(number(row[0]), number(row[1])));
        return branches;
    }

    /** What stands for each holder in each branch. */
    List<Sum> sums(Period period) {
        Query query = database.createNativeQuery("select holder_id, branch_id,"
                + " sum(case when book = 'POINTS' then amount else 0 end), sum(case when book = 'POINTS' then 0 else amount end)"
                + " from standing where period >= :first and period <= :last group by holder_id, branch_id");
        return rows(query.setParameter("first", Period.quarterOf(period.firstDay()).key())
                .setParameter("last", Period.quarterOf(period.lastDay()).key())).stream()
                .map(row -> new Sum(number(row[0]), number(row[1]), number(row[2]), number(row[3]))).toList();
    }

    /** The adults who agreed to be named in public, by id. Nobody below 18 is named, whatever stands there. */
    Map<Long, Named> agreed(LocalDate today) {
        Map<Long, Named> named = new HashMap<>();
        rows(database.createNativeQuery("select m.id, m.name, m.sort_key from consent c join member m on m.id = c.member_id"
                + " where c.purpose = 'PUBLIC_NAME' and c.given = 1 and m.anonymized_at is null"
                + " and (m.birth_date is null or m.birth_date <= :adult)").setParameter("adult", today.minusYears(18)))
                .forEach(row -> named.put(number(row[0]), new Named(row[1].toString(), row[2].toString())));
        return named;
    }

    /** Records of service done in the period that still wait for somebody, by branch or by community. */
    Map<Long, Integer> waiting(OrganizationKind leaf, Period period) {
        boolean community = leaf == OrganizationKind.COMMUNITY;
        String column = community ? "community_id" : "branch_id";
        String states = community ? "('SUBMITTED')" : "('SUBMITTED', 'CONFIRMED', 'QUERIED')";
        Map<Long, Integer> counts = new HashMap<>();
        rows(database.createNativeQuery("select " + column + ", count(*) from service_record where " + column
                + " is not null and state in " + states + " and started_at >= :first and started_at <= :last group by "
                + column)
                .setParameter("first", period.firstDay().atStartOfDay())
                .setParameter("last", period.lastDay().atTime(23, 59)))
                .forEach(row -> counts.put(number(row[0]), (int) number(row[1])));
        return counts;
    }

    /** Whether some branch can still book into the quarter, so that figures may change without a reversal. */
    boolean isOpen(Period quarter) {
        return number(database.createNativeQuery("select count(*) from ledger_branch where open_from <= :quarter")
                .setParameter("quarter", quarter.key()).getSingleResult()) > 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** @param points hundredths */
    record Sum(long holderId, long branchId, long points, long minutes) {
    }

    /** A name that may be shown, and what it sorts by. */
    record Named(String name, String sortKey) {
    }
}
