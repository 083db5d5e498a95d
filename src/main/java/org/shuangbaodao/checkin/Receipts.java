package org.shuangbaodao.checkin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/**
 * Numbers receipts (回执) without a gap in each community and period: {@code <community code>-<period>-<number>}. The counter's
 * row is held to the end of the transaction, so that a decision that fails gives its number back.
 */
@ApplicationScoped
class Receipts {

    private final EntityManager database;
    private final Organizations organizations;

    Receipts(EntityManager database, Organizations organizations) {
        this.database = database;
        this.organizations = organizations;
    }

    /** What is numbered by itself. */
    record Series(long communityId, String period) {
    }

    String next(CheckIn checkIn) {
        Series series = new Series(checkIn.communityId, checkIn.period);
        return reserve(Map.of(series, 1)).get(series).next();
    }

    /**
     * Takes as many numbers of each series as asked for, always in the same order: two reservations cannot block each other.
     */
    Map<Series, Range> reserve(Map<Series, Integer> wanted) {
        Map<Long, Organization> communities = organizations.byIds(wanted.keySet().stream().map(Series::communityId).toList());
        List<Series> ordered = wanted.keySet().stream()
                .sorted(Comparator.comparing(Series::communityId).thenComparing(Series::period)).toList();
        Map<Series, Range> granted = new HashMap<>();
        for (Series series : ordered) {
            int count = wanted.get(series);
            database.createNativeQuery("insert into check_in_receipt (community_id, period, last_number)"
                    + " values (:community, :period, :count)"
                    + " on duplicate key update last_number = last_number + values(last_number)")
                    .setParameter("community", series.communityId).setParameter("period", series.period)
                    .setParameter("count", count).executeUpdate();
            int last = ((Number) database.createNativeQuery("select last_number from check_in_receipt"
                    + " where community_id = :community and period = :period", Integer.class)
                    .setParameter("community", series.communityId).setParameter("period", series.period).getSingleResult())
                    .intValue();
            String prefix = communities.get(series.communityId).code + "-" + series.period;
            granted.put(series, new Range(prefix, last - count));
        }
        return granted;
    }

    /** Numbers taken but not yet written. */
    static class Range {

        private final String prefix;
        private int last;

        Range(String prefix, int last) {
            this.prefix = prefix;
            this.last = last;
        }

        String next() {
            last++;
            return "%s-%04d".formatted(prefix, last);
        }
    }
}
