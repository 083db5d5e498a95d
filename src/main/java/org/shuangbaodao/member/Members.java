package org.shuangbaodao.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** Persons and the branch they belong to. */
@ApplicationScoped
public class Members {

    private final EntityManager database;
    private final Organizations organizations;
    private final Offices offices;
    private final AuditTrail audit;
    private final PublicFigures figures;
    private final BusinessTime time;

    Members(EntityManager database, Organizations organizations, Offices offices, AuditTrail audit, PublicFigures figures,
            BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.offices = offices;
        this.audit = audit;
        this.figures = figures;
        this.time = time;
    }

    public Member byId(long id) {
        return Member.<Member> findByIdOptional(id).orElseThrow(() -> new Problem(MemberProblem.UNKNOWN));
    }

    public Member byNumber(String number) {
        return Member.byNumber(number).orElseThrow(() -> new Problem(MemberProblem.UNKNOWN));
    }

    public Map<Long, Member> byIds(Collection<Long> ids) {
        Map<Long, Member> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Member.<Member> list("id in ?1", ids).forEach(each -> found.put(each.id, each));
        }
        return found;
    }

    /**
     * Makes everything about one person's time and points happen one after the other: whoever reports, confirms or posts for
     * him takes this lock first. Needs a running transaction.
     */
    public Member lock(long id) {
        Member member = database.find(Member.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (member == null) {
            throw new Problem(MemberProblem.UNKNOWN);
        }
        return member;
    }

    /** The same lock for many people in one round trip, always in ascending order. Needs a running transaction. */
    public void lockAll(SortedSet<Long> ids) {
        if (!ids.isEmpty()) {
            database.createNativeQuery("select id from member where id in (:ids) order by id for update")
                    .setParameter("ids", ids).getResultList();
        }
    }

    /** The approved place on a roster on {@code day}. */
    public Optional<Affiliation> branchOn(long memberId, LocalDate day) {
        return Affiliation.of(memberId, day).filter(Affiliation::isApproved);
    }

    /** Puts a person on a branch's roster; it counts once the branch has approved it. */
    @Transactional
    @Retried
    public Affiliation affiliate(long memberId, long branchId, LocalDate from, Long actorId) {
        if (organizations.byId(branchId).kind != OrganizationKind.BRANCH) {
            throw new Problem(MemberProblem.NOT_ON_ROSTER);
        }
        lock(memberId);
        if (Affiliation.count("memberId = ?1 and validTo is null", memberId) > 0) {
            throw new Problem(MemberProblem.ALREADY_AFFILIATED);
        }
        Affiliation affiliation = new Affiliation(memberId, branchId, from);
        affiliation.persist();
        audit.done(actorId, Audited.of("affiliation-propose", "member", memberId));
        return affiliation;
    }

    /** The branch says that these people belong to it: all who wait on its roster. */
    @Transactional
    @Retried
    public int approveRoster(long branchId, long actorId) {
        Organization branch = organizations.byId(branchId);
        offices.require(actorId, branch, Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY, Office.COMMITTEE_OFFICER);
        int approved = Affiliation.update("rosterState = ?1, approvedBy = ?2, approvedAt = ?3, version = version + 1"
                + " where branchId = ?4 and rosterState = ?5", RosterState.APPROVED, actorId, time.now(), branchId,
                RosterState.PENDING);
        audit.done(actorId, Audited.of("roster-approve", "organization", branchId).detail("rows=" + approved));
        figures.changed();
        return approved;
    }

    /**
     * The branch does not take somebody who waits on its roster; the person stays known and free to be put on another.
     *
     * @param reason shown to whoever put him on the roster
     */
    @Transactional
    @Retried
    public void declineRoster(long affiliationId, String reason, long actorId) {
        Affiliation affiliation = Affiliation.<Affiliation> findByIdOptional(affiliationId)
                .orElseThrow(() -> new Problem(MemberProblem.UNKNOWN));
        offices.require(actorId, organizations.byId(affiliation.branchId), Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
                Office.COMMITTEE_OFFICER);
        // The place ends on the day it began: it never counted, and the person may be put on a roster again.
        int declined = Affiliation.update("rosterState = ?1, declinedBecause = ?2, validTo = validFrom,"
                + " version = version + 1 where id = ?3 and rosterState = ?4", RosterState.DECLINED, reason, affiliationId,
                RosterState.PENDING);
        if (declined == 0) {
            throw new Problem(CommonProblem.CONFLICT);
        }
        audit.done(actorId, Audited.of("roster-decline", "member", affiliation.memberId));
    }

    /** A transfer (组织关系转接): the old branch keeps the days before {@code from}, the new one approves the days after. */
    @Transactional
    @Retried
    public Affiliation transfer(long memberId, long newBranchId, LocalDate from, long actorId) {
        lock(memberId);
        Affiliation open = Affiliation.<Affiliation> find("memberId = ?1 and validTo is null", memberId)
                .firstResultOptional().orElseThrow(() -> new Problem(MemberProblem.NOT_ON_ROSTER));
        offices.require(actorId, organizations.byId(open.branchId), Office.BRANCH_SECRETARY, Office.COMMITTEE_OFFICER);
        if (!from.isAfter(open.validFrom)) {
            throw new Problem(MemberProblem.ALREADY_AFFILIATED);
        }
        open.validTo = from.minusDays(1);
        figures.changed();
        database.flush();
        return affiliate(memberId, newBranchId, from, actorId);
    }
}
