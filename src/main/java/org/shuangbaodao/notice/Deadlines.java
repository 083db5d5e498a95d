package org.shuangbaodao.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import io.quarkus.logging.Log;

/**
 * What happens when nobody does anything: notices start and end, objections move up. Any replica may do any of it at any time:
 * each step locks what it changes and finds out there whether another one was first.
 */
@ApplicationScoped
class Deadlines {

    /** So many working days after its end a quarter goes in notice by itself. */
    static final int LATEST_NOTICE = 20;
    /** So many after the notice's last day it closes with objections still open: as long as an answer may take. */
    static final int LATEST_CLOSING = 10;
    private static final int BATCH = 200;

    private final Notices notices;
    private final BranchPeriods periods;
    private final Routing routing;
    private final Objections objections;
    private final Organizations organizations;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final PublicFigures boards;
    private final BusinessTime time;
    private final Deadlines self;

    Deadlines(Notices notices, BranchPeriods periods, Routing routing, Objections objections, Organizations organizations,
            WorkingDays workingDays, AuditTrail audit, PublicFigures boards, BusinessTime time, Deadlines self) {
        this.notices = notices;
        this.periods = periods;
        this.routing = routing;
        this.objections = objections;
        this.organizations = organizations;
        this.workingDays = workingDays;
        this.audit = audit;
        this.boards = boards;
        this.time = time;
        this.self = self;
    }

    void act() {
        self.overdueObjections().forEach(id -> attempt("objection", id, self::escalate));
        self.overdueAppeals().forEach(id -> attempt("appeal", id, self::escalateAppeal));
        self.endedNotices().forEach(id -> attempt("closing", id, notices::closeByItself));
        startNotices();
    }

    // One that cannot be done, because somebody just did it or for any other reason, does not hold up the others.
    private static void attempt(String what, long id, LongConsumer step) {
        try {
            step.accept(id);
        } catch (Problem problem) {
            Log.debugf("Deadline of %s %d: %s", what, id, problem.getMessage());
        }
    }

    private void startNotices() {
        Period due = lastDueQuarter();
        List<Long> branches;
        long after = Long.MIN_VALUE;
        do {
            branches = self.openUpTo(due, after);
            branches.forEach(branch -> attempt("notice", branch, id -> startUpTo(due, id)));
            after = branches.isEmpty() ? after : branches.get(branches.size() - 1);
        } while (branches.size() == BATCH);
    }

    // One after the other: what piled up before this service came is not all shown on one day.
    private void startUpTo(Period due, long branchId) {
        if (!periods.passOver(branchId, due) && !self.hasUnfinished(branchId)) {
            notices.startByItself(branchId, self.earliestOpen(branchId).orElseThrow());
        }
    }

    @Transactional
    boolean hasUnfinished(long branchId) {
        return Notice.count("branchId = ?1 and closedAt is null", branchId) > 0;
    }

    /** The latest quarter whose notice should have started by now. */
    private Period lastDueQuarter() {
        LocalDate today = time.today();
        Period quarter = Period.quarterOf(today.minusMonths(3));
        boolean due = !today.isBefore(workingDays.plus(quarter.lastDay(), LATEST_NOTICE));
        return due ? quarter : Period.quarterOf(quarter.firstDay().minusDays(1));
    }

    @Transactional
    List<Long> openUpTo(Period due, long after) {
        return periods.openUpTo(due, after, BATCH);
    }

    @Transactional
    Optional<Period> earliestOpen(long branchId) {
        return periods.earliestOpen(branchId);
    }

    /** Notices whose days are over and where nothing waits any more, or has waited for too long. */
    @Transactional
    List<Long> endedNotices() {
        return Notice.<Notice> list("closedAt is null and lastDay < ?1 order by lastDay, id", time.today()).stream()
                .filter(notice -> time.today().isAfter(workingDays.plus(notice.lastDay, LATEST_CLOSING))
                        || Objection.to(notice.id).stream().noneMatch(Deadlines::isUndecided))
                .map(notice -> notice.id).toList();
    }

    private static boolean isUndecided(Objection objection) {
        Appeal appeal = Appeal.findById(objection.id);
        return objection.isOpen() || appeal != null && appeal.isOpen();
    }

    @Transactional
    List<Long> overdueObjections() {
        return Objection.<Objection> list("state = ?1 and escalatesOn < ?2 order by id", Outcome.OPEN, time.today()).stream()
                .map(each -> each.id).toList();
    }

    @Transactional
    List<Long> overdueAppeals() {
        return Appeal.<Appeal> list("state = ?1 and escalatesOn < ?2 order by objectionId", Outcome.OPEN, time.today()).stream()
                .map(each -> each.objectionId).toList();
    }

    @Transactional
    @Retried
    void escalate(long objectionId) {
        Objection objection = objections.locked(objectionId);
        if (!objection.isOpen() || objection.escalatesOn == null || !objection.escalatesOn.isBefore(time.today())) {
            return;
        }
        boolean first = objection.escalatesOn.equals(objection.dueOn);
        Optional<Organization> above = routing.above(organizations.byId(objection.responsibleId),
                objections.involved(objection));
        objection.escalatesOn = first && above.isPresent()
                ? workingDays.plus(BusinessTime.dateOf(objection.filedAt), Objections.SECOND_ESCALATION)
                : null;
        above.ifPresent(next -> {
            objection.responsibleId = next.id;
            audit.done(null, Audited.of("objection-escalate", "objection", objectionId).detail("to=" + next.code));
        });
        boards.changed();
    }

    @Transactional
    @Retried
    void escalateAppeal(long objectionId) {
        Objection objection = objections.locked(objectionId);
        Appeal appeal = Appeal.findById(objectionId);
        if (!appeal.isOpen() || appeal.escalatesOn == null || !appeal.escalatesOn.isBefore(time.today())) {
            return;
        }
        appeal.escalatesOn = null;
        Set<Long> involved = objections.involved(objection);
        involved.add(objection.answeredBy);
        routing.above(organizations.byId(appeal.responsibleId), involved).ifPresent(next -> {
            appeal.responsibleId = next.id;
            audit.done(null, Audited.of("appeal-escalate", "objection", objectionId).detail("to=" + next.code));
        });
    }
}
