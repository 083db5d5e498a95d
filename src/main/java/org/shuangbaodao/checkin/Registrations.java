package org.shuangbaodao.checkin;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.checkin.CheckInPolicy.Verb;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import io.quarkus.panache.common.Parameters;

/** The member's side: registering, moving, renewing, agreeing; and withdrawing, for units too. */
@ApplicationScoped
class Registrations {

    private final Organizations organizations;
    private final Members members;
    private final Submission submission;
    private final Transitions transitions;
    private final Event<CheckInEvent> events;
    private final AuditTrail audit;
    private final BusinessTime time;

    Registrations(Organizations organizations, Members members, Submission submission, Transitions transitions,
            Event<CheckInEvent> events, AuditTrail audit, BusinessTime time) {
        this.organizations = organizations;
        this.members = members;
        this.submission = submission;
        this.transitions = transitions;
        this.events = events;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A member registers himself.
     *
     * @param idempotencyKey the same key and request answer with the same check-in again; may be null
     */
    @Transactional
    @Retried
    public CheckIn register(long memberId, CheckInRequest request, String idempotencyKey) {
        request.validate();
        submission.requireEligible(memberId);
        members.lock(memberId);
        Optional<CheckIn> earlier = idempotencyKey == null ? Optional.empty() : CheckIn.byRequest(memberId, idempotencyKey);
        if (earlier.isPresent()) {
            if (!earlier.get().requestDigest.equals(request.digest())) {
                throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REUSED);
            }
            return earlier.get();
        }
        CheckIn checkIn = CheckIn.byMember(memberId, submission.community(request).id, submission.period(request), time.now());
        checkIn.requestKey = idempotencyKey;
        checkIn.requestDigest = idempotencyKey == null ? null : request.digest();
        return submission.submit(checkIn, request);
    }

    /** Registers with another community; the old check-in holds until the day before the new one is accepted. */
    @Transactional
    @Retried
    public CheckIn move(long id, long memberId, CheckInRequest request) {
        request.validate();
        submission.requireEligible(memberId);
        members.lock(memberId);
        CheckIn old = accepted(id, memberId);
        Organization community = submission.community(request);
        if (community.id.equals(old.communityId)) {
            throw new Problem(CheckInProblem.SAME_COMMUNITY);
        }
        CheckIn checkIn = CheckIn.byMember(memberId, community.id, old.period(), time.now());
        checkIn.movesFromId = old.id;
        return submission.submit(checkIn, request);
    }

    /** The same again for the next open period; the community accepts anew. */
    @Transactional
    @Retried
    public CheckIn renew(long id, long memberId) {
        submission.requireEligible(memberId);
        members.lock(memberId);
        CheckIn old = CheckIn.findById(id);
        if (old == null || !old.isOf(memberId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        if (old.state != CheckInState.ACCEPTED) {
            throw new Problem(CheckInProblem.NOT_ACCEPTED);
        }
        Period period = renewalOf(old, time.today()).orElseThrow(() -> new Problem(CheckInProblem.PERIOD_CLOSED));
        CheckIn checkIn = CheckIn.byMember(memberId, old.communityId, period, time.now());
        checkIn.gridId = old.gridId;
        return submission.submit(checkIn,
                new CheckInRequest(organizations.byId(old.communityId).code, "", period.key(), old.intention,
                        old.skills, old.availability));
    }

    /** The member agrees to what his unit entered for him; now it goes to the community. */
    @Transactional
    @Retried
    public CheckIn agree(long id, Integer version, long memberId) {
        CheckIn checkIn = transitions.permitted(Verb.AGREE, id, version, memberId);
        submission.requireEligible(memberId);
        transitions.change(Verb.AGREE, checkIn, CheckInState.REQUESTED, "waitingSince = :today",
                Parameters.with("today", time.today()));
        audit.done(memberId, Transitions.audited(Verb.AGREE, checkIn));
        events.fire(new CheckInRequested(checkIn.id, checkIn.memberId, checkIn.communityId));
        return checkIn;
    }

    /**
     * Ends it, at any time and without a reason (条例 art. 25: nobody is made to serve).
     *
     * @param lastDay last day it shall hold, today or later; null for today
     */
    @Transactional
    @Retried
    public CheckIn withdraw(long id, Integer version, LocalDate lastDay, long actorId) {
        CheckIn checkIn = transitions.permitted(Verb.WITHDRAW, id, version, actorId);
        LocalDate end = checkIn.state == CheckInState.ACCEPTED ? lastDay(checkIn, lastDay) : null;
        transitions.change(Verb.WITHDRAW, checkIn, CheckInState.WITHDRAWN, "validTo = :end, endedBy = :by, endedAt = :at",
                Parameters.with("end", end).and("by", actorId).and("at", time.now()));
        audit.done(actorId, Transitions.audited(Verb.WITHDRAW, checkIn));
        events.fire(new CheckInEnded(checkIn.id, checkIn.memberId, checkIn.communityId, end, false));
        return checkIn;
    }

    /** The period a check-in can be renewed for: the one after it, as soon as that is open and while it lasts. */
    static Optional<Period> renewalOf(CheckIn checkIn, LocalDate today) {
        return Submission.openPeriods(today).stream().filter(open -> open.compareTo(checkIn.period()) > 0).findFirst();
    }

    private CheckIn accepted(long id, long memberId) {
        CheckIn old = CheckIn.findById(id);
        if (old == null || !old.isOf(memberId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        if (old.state != CheckInState.ACCEPTED || old.validTo.isBefore(time.today())) {
            throw new Problem(CheckInProblem.NOT_ACCEPTED);
        }
        return old;
    }

    private LocalDate lastDay(CheckIn checkIn, LocalDate asked) {
        LocalDate day = asked == null ? time.today() : asked;
        if (day.isBefore(time.today()) || day.isAfter(checkIn.validTo)) {
            throw Submission.invalid("lastDay", day.isBefore(time.today()) ? "past-date" : "out-of-range");
        }
        return day;
    }

}
