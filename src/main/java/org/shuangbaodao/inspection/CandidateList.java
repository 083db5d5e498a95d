package org.shuangbaodao.inspection;

import java.sql.PreparedStatement;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.Organization;

import org.hibernate.Session;

/** The lists that are drawn from: thousands of ids, kept as they were. */
@ApplicationScoped
class CandidateList {

    private static final int LOT = 1000;

    private final EntityManager database;

    CandidateList(EntityManager database) {
        this.database = database;
    }

    /** What stands in a book for this quarter below the organization, by the day of service; in order. */
    List<Long> confirmed(Organization scope, Period quarter) {
        Reach reach = Reach.of(scope, quarter);
        return longs(reach.query(database, "select r.id" + reach.counted() + " order by r.id"));
    }

    /** In order. */
    List<Long> of(long spotCheckId) {
        return longs(database.createNativeQuery("select record_id from spot_check_candidate where spot_check_id = ?1"
                + " order by record_id").setParameter(1, spotCheckId));
    }

    private static List<Long> longs(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    void keep(long spotCheckId, List<Long> recordIds) {
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection
                    .prepareStatement("insert into spot_check_candidate (spot_check_id, record_id) values (?, ?)")) {
                for (int from = 0; from < recordIds.size(); from += LOT) {
                    for (Long id : recordIds.subList(from, Math.min(from + LOT, recordIds.size()))) {
                        insert.setLong(1, spotCheckId);
                        insert.setLong(2, id);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
        });
    }
}
