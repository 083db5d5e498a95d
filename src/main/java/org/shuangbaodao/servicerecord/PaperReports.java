package org.shuangbaodao.servicerecord;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.servicerecord.ServiceRecords.Taken;

/**
 * Reports typed from a paper sheet: records like any other, entered on behalf, all of a sheet or none. Only who keeps the
 * sheets calls this; a sheet that somebody merely names, as over the API, makes nothing timely.
 */
@ApplicationScoped
public class PaperReports {

    private final EntityManager database;
    private final ServiceRecords records;
    private final TransactionSynchronizationRegistry transaction;

    PaperReports(EntityManager database, ServiceRecords records, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.records = records;
        this.transaction = transaction;
    }

    /** A row as it was typed. */
    public record Typed(PaperLine line, Report report) {
    }

    /** What stands against which rows, by their number on the paper, if they were taken now. The caller keeps nothing. */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, Problem> rehearse(List<Typed> rows, long actorId) {
        Map<Integer, Problem> problems = new TreeMap<>();
        all(rows, actorId).forEach((row, taken) -> {
            if (taken.problem() != null) {
                problems.put(row, taken.problem());
            }
        });
        transaction.setRollbackOnly();
        return problems;
    }

    /** What became of each row, by its number on the paper. The caller gives up its transaction if one was refused. */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, Taken> take(List<Typed> rows, long actorId) {
        Map<Integer, Taken> taken = all(rows, actorId);
        database.flush();
        return taken;
    }

    // In the order of the members' numbers, as lists are, so that two of them wait for each other instead of blocking.
    private Map<Integer, Taken> all(List<Typed> rows, long actorId) {
        Map<Integer, Taken> taken = new TreeMap<>();
        rows.stream().sorted(Comparator.<Typed, String> comparing(row -> row.report.memberNumber())
                .thenComparing(row -> row.line.row())).forEach(row -> taken.put(row.line.row(), one(row, actorId)));
        return taken;
    }

    private Taken one(Typed row, long actorId) {
        try {
            return new Taken(records.take(row.report, row.line, actorId), null);
        } catch (Problem problem) {
            return new Taken(null, problem);
        }
    }
}
