package org.shuangbaodao.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.ledger.BranchQuarter;
import org.shuangbaodao.ledger.Ledger;
import org.shuangbaodao.ledger.LedgerProblem;
import org.shuangbaodao.ledger.QuarterBooks.Deed;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.ContestedRecords;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;

/**
 * Starts notices and closes quarters, by the branch's secretary or by themselves. The notice's row is locked before anything
 * that belongs to it: objections, answers and the closing follow one another.
 */
@ApplicationScoped
public class Notices {

    /** How many working days a notice may run; five unless the branch says otherwise. */
    static final int FEWEST_DAYS = 3;
    static final int USUAL_DAYS = 5;
    static final int MOST_DAYS = 10;

    private final EntityManager database;
    private final BranchPeriods periods;
    private final NoticeFigures figures;
    private final ContestedRecords records;
    private final Ledger ledger;
    private final Organizations organizations;
    private final Offices offices;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final PublicFigures boards;
    private final BusinessTime time;

    Notices(EntityManager database, BranchPeriods periods, NoticeFigures figures, ContestedRecords records, Ledger ledger,
            Organizations organizations, Offices offices, WorkingDays workingDays, AuditTrail audit, PublicFigures boards,
            BusinessTime time) {
        this.database = database;
        this.periods = periods;
        this.figures = figures;
        this.records = records;
        this.ledger = ledger;
        this.organizations = organizations;
        this.offices = offices;
        this.workingDays = workingDays;
        this.audit = audit;
        this.boards = boards;
        this.time = time;
    }

    /**
     * What a notice started today would be.
     *
     * @param earliest first day it may start on
     * @param provisional whether a calendar these days rest on is not announced yet
     * @param undecided reports of the quarter that nobody has decided: they will count in the next one
     */
    record Preview(Period quarter, LocalDate earliest, LocalDate firstDay, LocalDate lastDay, boolean provisional,
            NoticeFigures.Totals totals, long undecided) {

        public boolean mayStart() {
            return !firstDay.isBefore(earliest);
        }
    }

    /** The earliest quarter of the branch that is still to be shown; empty while nothing is booked. */
    @Transactional
    Optional<Preview> preview(Organization branch, int days) {
        checkDays(days);
        return periods.earliestOpen(branch.id).map(quarter -> {
            LocalDate first = time.today();
            LocalDate last = workingDays.plus(first, days);
            LocalDate earliest = periods.earliestNotice(quarter);
            long undecided = ServiceRecord.count("branchId = ?1 and state in ?2 and startedAt between ?3 and ?4", branch.id,
                    List.of(RecordState.SUBMITTED, RecordState.CONFIRMED, RecordState.QUERIED),
                    quarter.firstDay().atStartOfDay(), quarter.lastDay().atTime(23, 59));
            return new Preview(quarter, earliest, first, last, isProvisional(last) || isProvisional(earliest),
                    figures.totals(branch.id, quarter), undecided);
        });
    }

    private boolean isProvisional(LocalDate day) {
        return workingDays.isProvisional(day);
    }

    private static void checkDays(int days) {
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("days", "out-of-range")));
        }
    }

    /**
     * Puts a quarter in notice from today on.
     *
     * @param quarter as the secretary saw it in the preview
     * @return the id of the notice
     */
    @Transactional
    @Retried
    public long start(Organization branch, Period quarter, int days, long actorId) {
        requireSecretary(branch, actorId, "notice-start");
        checkDays(days);
        return open(branch.id, quarter, days, actorId);
    }

    /** The same when nobody did it in time. */
    @Transactional
    @Retried
    long startByItself(long branchId, Period quarter) {
        return open(branchId, quarter, USUAL_DAYS, null);
    }

    private long open(long branchId, Period quarter, int days, Long actorId) {
        LocalDate last = workingDays.plus(time.today(), days);
        BranchQuarter opened = periods.openNotice(branchId, quarter, last, actorId);
        Notice notice = new Notice(opened, isProvisional(last));
        notice.persist();
        audit.done(actorId, Audited.of("notice-start", "notice", notice.id)
                .detail("period=%s to=%s".formatted(quarter, last)));
        boards.changed();
        return notice.id;
    }

    /**
     * Ends the notice and freezes its figures. Deeds that are still disputed go on in the next quarter.
     *
     * @throws Problem {@code ledger/notice-runs}, {@code ledger/not-in-notice} when somebody closed it first
     */
    @Transactional
    @Retried
    public void close(long noticeId, long actorId) {
        Notice notice = lock(noticeId);
        requireSecretary(organizations.byId(notice.branchId), actorId, "notice-close");
        close(notice, actorId);
    }

    @Transactional
    @Retried
    void closeByItself(long noticeId) {
        close(lock(noticeId), null);
    }

    private void close(Notice notice, Long actorId) {
        if (notice.isClosed()) {
            throw new Problem(LedgerProblem.NOT_IN_NOTICE, notice.period);
        }
        if (!time.today().isAfter(notice.lastDay)) {
            throw new Problem(LedgerProblem.NOTICE_RUNS, notice.period, notice.lastDay);
        }
        int carried = carryOver(notice);
        // Locks the branch: whatever is posted from here on belongs to another quarter, so the figures stand still.
        periods.close(notice.branchId, notice.quarter(), actorId);
        figures.freeze(notice);
        notice.closedAt = time.now();
        notice.closedBy = actorId;
        audit.done(actorId, Audited.of("notice-close", "notice", notice.id)
                .detail("period=%s carried=%d".formatted(notice.period, carried)));
        boards.changed();
    }

    // Whoever closes judges nothing: in the books it happens by itself, or he would count as a decider of these deeds.
    private int carryOver(Notice notice) {
        List<Deed> disputed = figures.disputed(notice);
        List<Long> recordIds = new ArrayList<>();
        for (Deed deed : disputed) {
            if (deed.isServiceRecord()) {
                recordIds.add(Ids.parse(deed.sourceId()).orElseThrow());
            }
        }
        records.carryOver(recordIds, notice.quarter());
        disputed.stream().filter(deed -> !deed.isServiceRecord()).forEach(deed -> ledger.carryOver(
                new Source(deed.sourceType(), deed.sourceId(), deed.revision() + 1), notice.quarter(),
                Actor.BY_ITSELF));
        return disputed.size();
    }

    /** Makes everything about one notice happen one after the other. Needs a running transaction. */
    Notice lock(long noticeId) {
        Notice notice = database.find(Notice.class, noticeId, LockModeType.PESSIMISTIC_WRITE);
        if (notice == null) {
            throw new Problem(NoticeProblem.UNKNOWN);
        }
        database.refresh(notice);
        return notice;
    }

    private void requireSecretary(Organization branch, long actorId, String action) {
        Organization deciding = organizations.successorOf(branch);
        try {
            offices.require(actorId, deciding, Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY);
        } catch (Problem forbidden) {
            audit.refused(actorId, Audited.of(action, "organization", branch.id));
            throw forbidden;
        }
    }

    /** @throws Problem {@code notice/unknown}, for what is no id at all too */
    static long idOf(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem(NoticeProblem.UNKNOWN));
    }
}
