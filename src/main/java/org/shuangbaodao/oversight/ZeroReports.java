package org.shuangbaodao.oversight;

import java.sql.Timestamp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.BranchPeriod;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/**
 * 零报告: a branch or community says that nothing was served in a quarter that is over, so that silence means something. What
 * comes in later contradicts it by itself; nothing is closed or refused because of it.
 */
@ApplicationScoped
class ZeroReports {

    /** Working days after the quarter's end; by then the notice of every branch has begun. */
    static final int OPEN_DAYS = 20;

    private final EntityManager database;
    private final QuarterOverview overview;
    private final Organizations organizations;
    private final Offices offices;
    private final BranchPeriods periods;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final BusinessTime time;

    ZeroReports(EntityManager database, QuarterOverview overview, Organizations organizations, Offices offices,
            BranchPeriods periods, WorkingDays workingDays, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.overview = overview;
        this.organizations = organizations;
        this.offices = offices;
        this.periods = periods;
        this.workingDays = workingDays;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Says it; saying it again changes nothing.
     *
     * @throws Problem {@code common/forbidden}, {@code zero-report/…}
     */
    @Transactional
    @Retried
    public void declare(String code, Period quarter, long actorId) {
        Organization place = reporting(code, quarter, actorId);
        long records = overview.records(place, quarter);
        if (records > 0) {
            throw new Problem(OversightProblem.THERE_IS_SERVICE, records);
        }
        // Assigned from left to right: what stands unrevoked keeps who said it first, and when.
        database.createNativeQuery("insert into zero_report (organization_id, period, declared_by, declared_at)"
                + " values (:place, :period, :actor, :now) on duplicate key update"
                + " declared_by = if(revoked_at is null, declared_by, values(declared_by)),"
                + " declared_at = if(revoked_at is null, declared_at, values(declared_at)),"
                + " revoked_by = null, revoked_at = null")
                .setParameter("place", place.id).setParameter("period", quarter.key()).setParameter("actor", actorId)
                .setParameter("now", Timestamp.from(time.now())).executeUpdate();
        audit.done(actorId, audited("zero-report-declare", place, quarter));
    }

    /** Takes it back; where nothing was said nothing happens. */
    @Transactional
    @Retried
    public void revoke(String code, Period quarter, long actorId) {
        Organization place = reporting(code, quarter, actorId);
        database.createNativeQuery("update zero_report set revoked_by = :actor, revoked_at = :now"
                + " where organization_id = :place and period = :period and revoked_at is null")
                .setParameter("actor", actorId).setParameter("now", Timestamp.from(time.now()))
                .setParameter("place", place.id).setParameter("period", quarter.key()).executeUpdate();
        audit.done(actorId, audited("zero-report-revoke", place, quarter));
    }

    private Organization reporting(String code, Period quarter, long actorId) {
        Organization place = organizations.byCode(code);
        offices.require(actorId, place, Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY, Office.COMMUNITY_SECRETARY);
        if (place.kind != OrganizationKind.BRANCH && place.kind != OrganizationKind.COMMUNITY) {
            throw new Problem(OversightProblem.DOES_NOT_REPORT);
        }
        if (!quarter.isQuarter() || !quarter.lastDay().isBefore(time.today())) {
            throw new Problem(OversightProblem.QUARTER_RUNS, quarter.key());
        }
        if (!isOpen(place, quarter)) {
            throw new Problem(OversightProblem.QUARTER_CLOSED, quarter.key());
        }
        return place;
    }

    /** Whether the quarter is over and its notice has not begun. */
    boolean isOpen(Organization place, Period quarter) {
        return isOpen(quarter) && (place.kind != OrganizationKind.BRANCH
                || periods.stateOf(place.id, quarter) == BranchPeriod.State.OPEN);
    }

    /** The same, as far as the calendar goes. */
    boolean isOpen(Period quarter) {
        return quarter.isQuarter() && quarter.lastDay().isBefore(time.today())
                && time.today().isBefore(workingDays.plus(quarter.lastDay(), OPEN_DAYS));
    }

    private static Audited audited(String action, Organization place, Period quarter) {
        return Audited.of(action, "organization", place.id).detail("period=" + quarter.key());
    }
}
