package org.shuangbaodao.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** The unit's side: registering itself, and its members, who have to agree. */
@ApplicationScoped
class UnitRegistrations {

    private final EntityManager database;
    private final Organizations organizations;
    private final Members members;
    private final Consents consents;
    private final Sight sight;
    private final Submission submission;
    private final BusinessTime time;

    UnitRegistrations(EntityManager database, Organizations organizations, Members members, Consents consents, Sight sight,
            Submission submission, BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.members = members;
        this.consents = consents;
        this.sight = sight;
        this.submission = submission;
        this.time = time;
    }

    /** A unit registers itself (单位报到). */
    @Transactional
    @Retried
    public CheckIn registerUnit(long unitId, CheckInRequest request, long actorId) {
        request.validate();
        Organization unit = database.find(Organization.class, unitId, LockModeType.PESSIMISTIC_WRITE);
        requireUnit(unit, actorId);
        CheckIn checkIn = CheckIn.ofUnit(unitId, submission.community(request).id, submission.period(request), actorId,
                time.now());
        return submission.submit(checkIn, request);
    }

    /** A unit registers one of its members, who has to agree before the community gets to see it. */
    @Transactional
    @Retried
    public CheckIn registerFor(long memberId, long unitId, CheckInRequest request, long actorId) {
        request.validate();
        Organization unit = organizations.byId(unitId);
        if (!unit.unit) {
            throw new Problem(CheckInProblem.NOT_A_UNIT);
        }
        Member member = members.byId(memberId);
        Organization branch = members.branchOn(memberId, time.today()).map(place -> organizations.byId(place.branchId))
                .filter(unit::holds).orElseThrow(() -> new Problem(CheckInProblem.NOT_OF_UNIT));
        if (!sight.speaksFor(actorId, branch)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        submission.requireEligible(memberId);
        if (!consents.given(memberId, ConsentPurpose.EXCHANGE)) {
            throw new Problem(CheckInProblem.NO_EXCHANGE, member.name);
        }
        members.lock(memberId);
        CheckIn checkIn = memberId == actorId
                ? CheckIn.byMember(memberId, submission.community(request).id, submission.period(request), time.now())
                : CheckIn.byUnitFor(memberId, unitId, submission.community(request).id, submission.period(request), actorId,
                        time.now());
        checkIn.unitId = unitId;
        return submission.submit(checkIn, request);
    }

    private void requireUnit(Organization unit, long actorId) {
        if (unit == null || !sight.speaksFor(actorId, unit)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        if (!unit.unit) {
            throw new Problem(CheckInProblem.NOT_A_UNIT);
        }
    }
}
