package org.shuangbaodao.ranking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.database.DatabaseWatch;
import org.shuangbaodao.kernel.BusinessTime;

/**
 * Tells whether a board kept in memory still holds. Postings and consents are asked about at each request: a name must be gone
 * at the next one. Rosters, check-ins and names are asked about once a second, because that costs a look at their tables.
 */
@ApplicationScoped
class Freshness {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final EntityManager database;
    private final BusinessTime time;
    private final DatabaseWatch watch;
    private volatile Trees trees = new Trees(List.of(), System.nanoTime() - 2 * SECOND);

    Freshness(EntityManager database, BusinessTime time, DatabaseWatch watch) {
        this.database = database;
        this.time = time;
        this.watch = watch;
    }

    /** Whether nobody can be asked, because the database is away. */
    boolean isUnknown() {
        return watch.isAway();
    }

    Stamp stamp() {
        Object[] now = (Object[]) database.createNativeQuery("""
                select (select version from board_guard where id = 1), (select coalesce(max(id), 0) from consent_event),
                  (select count(*) from consent where purpose = 'PUBLIC_NAME' and given = 1)""").getSingleResult();
        return new Stamp(((Number) now[0]).longValue(), ((Number) now[1]).longValue(), ((Number) now[2]).longValue(), trees(),
                time.today());
    }

    private List<Object> trees() {
        Trees known = trees;
        if (System.nanoTime() - known.asked > SECOND) {
            Object[] row = (Object[]) database.createNativeQuery("""
                    select (select count(*) from affiliation), (select coalesce(sum(version), 0) from affiliation),
                      (select count(*) from organization), (select coalesce(sum(version), 0) from organization),
                      (select count(*) from check_in), (select coalesce(sum(version), 0) from check_in),
                      (select coalesce(sum(version), 0) from member)""").getSingleResult();
            known = new Trees(Arrays.asList(row), System.nanoTime());
            trees = known;
        }
        return known.row;
    }

    /**
     * Equal stamps, equal boards.
     *
     * @param boardVersion of the ledger's totals
     * @param lastWord id of the latest consent given or withdrawn; with the count, because ids of two replicas may overtake
     *        each
     *        other
     */
    record Stamp(long boardVersion, long lastWord, long agreed, List<Object> trees, LocalDate today) {

        /** Names a board made at this moment: two replicas make theirs at different ones. */
        String editionAt(Instant moment) {
            return Long.toHexString(ChronoUnit.MICROS.between(Instant.EPOCH, moment)) + "-" + Integer.toHexString(hashCode());
        }

        /** Without what only matters to a board of persons. */
        Stamp withoutWords() {
            return new Stamp(boardVersion, 0, 0, trees, today);
        }
    }

    private record Trees(List<Object> row, long asked) {
    }
}
