package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;

/**
 * OPEN → IN_NOTICE → CLOSED, branch by branch, quarter after quarter. Every step locks the branch's row, as posting does: what
 * is posted at the same moment lies before the step or after it.
 */
@ApplicationScoped
public class BranchPeriods {

    /** After the quarter's end, so that what was served on its last day can be confirmed in time (民政部令67号 art. 11). */
    public static final int EARLIEST_NOTICE = 10;

    private final EntityManager database;
    private final LedgerRows rows;
    private final WorkingDays workingDays;
    private final Event<QuartersClosed> closures;
    private final PublicFigures figures;
    private final BusinessTime time;

    BranchPeriods(EntityManager database, LedgerRows rows, WorkingDays workingDays, Event<QuartersClosed> closures,
            PublicFigures figures, BusinessTime time) {
        this.database = database;
        this.rows = rows;
        this.workingDays = workingDays;
        this.closures = closures;
        this.figures = figures;
        this.time = time;
    }

    /** A quarter that is not open. */
    public Optional<BranchQuarter> find(long branchId, Period period) {
        return row(branchId, period).map(BranchQuarter::of);
    }

    private static Optional<BranchPeriod> row(long branchId, Period period) {
        return BranchPeriod.findByIdOptional(new BranchPeriod.Key(branchId, period.key()));
    }

    public BranchPeriod.State stateOf(long branchId, Period period) {
        return row(branchId, period).map(found -> found.state).orElse(BranchPeriod.State.OPEN);
    }

    /** The quarters of a branch that are not open, newest first. */
    public List<BranchQuarter> of(long branchId) {
        return BranchPeriod.<BranchPeriod> list("branchId = ?1 order by period desc", branchId).stream()
                .map(BranchQuarter::of).toList();
    }

    /** The state of one quarter in many branches; the open ones are absent. */
    public Map<Long, BranchPeriod.State> states(Period quarter) {
        return BranchPeriod.<BranchPeriod> list("period", quarter.key()).stream()
                .collect(Collectors.toMap(each -> each.branchId, each -> each.state));
    }

    /** The earliest quarter of the branch that holds entries and is open, or empty while nothing is booked. */
    public Optional<Period> earliestOpen(long branchId) {
        List<?> found = database.createNativeQuery("select min(s.period) from standing s join ledger_branch b"
                + " on b.branch_id = s.branch_id where s.branch_id = ? and s.period >= b.open_from").setParameter(1, branchId)
                .getResultList();
        return found.isEmpty() || found.get(0) == null ? Optional.empty() : Optional.of(new Period(found.get(0).toString()));
    }

    /** First day on which the quarter's notice may start. */
    public LocalDate earliestNotice(Period quarter) {
        return workingDays.plus(quarter.lastDay(), EARLIEST_NOTICE);
    }

    /**
     * Closes the quarter to new entries and puts it in notice from today on.
     *
     * @param to last day of the notice
     * @param actorId null when it happens by itself
     * @throws Problem {@code ledger/too-early}, {@code ledger/earlier-first}, {@code ledger/not-open}
     */
    @Transactional
    public BranchQuarter openNotice(long branchId, Period quarter, LocalDate to, Long actorId) {
        LedgerRows.Head head = rows.lockHeads(new TreeSet<>(List.of(branchId))).get(branchId);
        if (row(branchId, quarter).isPresent()) {
            throw new Problem(LedgerProblem.NOT_OPEN, quarter.key());
        }
        if (time.today().isBefore(earliestNotice(quarter))) {
            throw new Problem(LedgerProblem.TOO_EARLY, quarter.key(), earliestNotice(quarter));
        }
        Optional<Period> earlier = earliestOpen(branchId).filter(each -> each.compareTo(quarter) < 0);
        if (earlier.isPresent()) {
            throw new Problem(LedgerProblem.EARLIER_FIRST, earlier.get().key());
        }
        BranchPeriod opened = new BranchPeriod(branchId, quarter, time.today(), to, actorId, time.now());
        opened.persist();
        database.flush();
        database.createNativeQuery("update ledger_branch set open_from = ? where branch_id = ?")
                .setParameter(1, quarter.next().key()).setParameter(2, branchId).executeUpdate();
        // What lies before it holds nothing, and can hold nothing from now on.
        quarter.previous().filter(before -> head.openFrom().compareTo(before) <= 0)
                .ifPresent(before -> closures.fire(new QuartersClosed(branchId, head.openFrom(), before)));
        return BranchQuarter.of(opened);
    }

    /** The first branches, in the order of their ids, that still book in this quarter or an earlier one. */
    public List<Long> openUpTo(Period quarter, long afterBranchId, int most) {
        List<?> found = database.createNativeQuery("select branch_id from ledger_branch where open_from <= ? and branch_id > ?"
                + " order by branch_id").setParameter(1, quarter.key()).setParameter(2, afterBranchId).setMaxResults(most)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /**
     * Ends booking in quarters that hold nothing: there is nothing to give notice of.
     *
     * @param upTo the last of them
     * @return whether there was nothing in any of them
     */
    @Transactional
    public boolean passOver(long branchId, Period upTo) {
        LedgerRows.Head head = rows.lockHeads(new TreeSet<>(List.of(branchId))).get(branchId);
        if (earliestOpen(branchId).filter(each -> each.compareTo(upTo) <= 0).isPresent()) {
            return false;
        }
        int passed = database
                .createNativeQuery("update ledger_branch set open_from = :next where branch_id = :branch and open_from < :next")
                .setParameter("next", upTo.next().key()).setParameter("branch", branchId).executeUpdate();
        if (passed > 0) {
            closures.fire(new QuartersClosed(branchId, head.openFrom(), upTo));
            figures.changed();
        }
        return true;
    }

    /**
     * Ends the notice. From now on the quarter's points count, and nothing is booked in it any more.
     *
     * @param actorId null when it happens by itself
     * @throws Problem {@code ledger/not-in-notice}, {@code ledger/notice-runs}
     */
    @Transactional
    public BranchQuarter close(long branchId, Period quarter, Long actorId) {
        LedgerRows.Head head = rows.lockHeads(new TreeSet<>(List.of(branchId))).get(branchId);
        BranchPeriod closed = row(branchId, quarter).filter(found -> found.state == BranchPeriod.State.IN_NOTICE)
                .orElseThrow(() -> new Problem(LedgerProblem.NOT_IN_NOTICE, quarter.key()));
        database.refresh(closed);
        if (closed.state != BranchPeriod.State.IN_NOTICE) {
            throw new Problem(LedgerProblem.NOT_IN_NOTICE, quarter.key());
        }
        if (!time.today().isAfter(closed.noticeTo)) {
            throw new Problem(LedgerProblem.NOTICE_RUNS, quarter.key(), closed.noticeTo);
        }
        closed.state = BranchPeriod.State.CLOSED;
        closed.closedAt = time.now();
        closed.closedBy = actorId;
        closed.sequence = head.sequence();
        closed.head = head.hash();
        // Postings look for quarters in notice by SQL.
        database.flush();
        closures.fire(new QuartersClosed(branchId, quarter, quarter));
        figures.changed();
        return BranchQuarter.of(closed);
    }
}
