package org.shuangbaodao.checkin;

import java.time.LocalDate;
import java.time.Month;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.checkin.CheckInPolicy.Verb;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.panache.common.Parameters;

/** The community's side: accepting with a receipt, or declining with a reason. The member's own "no" to his unit too. */
@ApplicationScoped
class Reception {

    static final int LONGEST_TEXT = 300;

    private final Transitions transitions;
    private final Receipts receipts;
    private final Event<CheckInEvent> events;
    private final AuditTrail audit;
    private final BusinessTime time;

    Reception(Transitions transitions, Receipts receipts, Event<CheckInEvent> events, AuditTrail audit, BusinessTime time) {
        this.transitions = transitions;
        this.receipts = receipts;
        this.events = events;
        this.audit = audit;
        this.time = time;
    }

    /** @param version what the actor decided on, null for what stands there now */
    @Transactional
    @Retried
    public CheckIn accept(long id, Integer version, long actorId) {
        CheckIn checkIn = transitions.permitted(Verb.ACCEPT, id, version, actorId);
        LocalDate today = time.today();
        Period period = checkIn.period();
        if (period.lastDay().isBefore(today)) {
            throw new Problem(CheckInProblem.PERIOD_OVER);
        }
        CheckIn old = checkIn.movesFromId == null ? null : CheckIn.findById(checkIn.movesFromId);
        transitions.change(Verb.ACCEPT, checkIn, CheckInState.ACCEPTED,
                "decidedBy = :by, decidedAt = :at, receiptNumber = :number,"
                        + " validFrom = :from, validTo = :until",
                Parameters.with("by", actorId).and("at", time.now()).and("number", receipts.next(checkIn))
                        .and("from", firstDay(checkIn, today, heldUntil(checkIn))).and("until", period.lastDay()));
        audit.done(actorId, Transitions.audited(Verb.ACCEPT, checkIn).detail("receipt=" + checkIn.receiptNumber));
        events.fire(new CheckInAccepted(checkIn.id, checkIn.memberId, checkIn.communityId, checkIn.validFrom,
                checkIn.receiptNumber));
        if (old != null && old.state == CheckInState.ACCEPTED) {
            endByMove(old, checkIn.validFrom.minusDays(1), actorId);
        }
        return checkIn;
    }

    /** @param text what the holder reads beside the reason */
    @Transactional
    @Retried
    public CheckIn refuse(long id, Integer version, RefusalReason reason, String text, long actorId) {
        String explanation = Names.tidy(text);
        CheckIn checkIn = transitions.permitted(Verb.REFUSE, id, version, actorId);
        boolean byMember = checkIn.state == CheckInState.AWAITING_MEMBER;
        RefusalReason given = byMember ? RefusalReason.MEMBER_DISAGREES : reason;
        if (!byMember && !isOfCommunity(reason)) {
            throw Submission.invalid("reason", "required");
        }
        validate(given, explanation);
        transitions.change(Verb.REFUSE, checkIn, CheckInState.DECLINED, "decidedBy = :by, decidedAt = :at, reason = :reason,"
                + " reasonText = :text",
                Parameters.with("by", actorId).and("at", time.now()).and("reason", given)
                        .and("text", explanation));
        audit.done(actorId, Transitions.audited(Verb.REFUSE, checkIn).detail("reason=" + given));
        events.fire(new CheckInDeclined(checkIn.id, checkIn.memberId, checkIn.communityId, checkIn.requestedBy, given));
        return checkIn;
    }

    /**
     * From the day of the decision; a renewal asked for in the first quarter joins on without a gap, for a slow answer must not
     * cost the member the hours of January.
     *
     * @param heldUntil last day the holder was registered with the same community before, or null
     */
    static LocalDate firstDay(CheckIn checkIn, LocalDate today, LocalDate heldUntil) {
        LocalDate start = checkIn.period().firstDay();
        boolean renewal = heldUntil != null && heldUntil.equals(start.minusDays(1));
        boolean inTime = checkIn.waitingSince.isBefore(LocalDate.of(start.getYear(), Month.APRIL, 1));
        return today.isBefore(start) || renewal && inTime ? start : today;
    }

    private static LocalDate heldUntil(CheckIn checkIn) {
        String holder = checkIn.holder == CheckIn.Holder.MEMBER ? "memberId = ?2" : "holder = UNIT and unitId = ?2";
        long holderId = checkIn.holder == CheckIn.Holder.MEMBER ? checkIn.memberId : checkIn.unitId;
        return CheckIn.<CheckIn> find("communityId = ?1 and " + holder + " and validFrom is not null and period < ?3"
                + " order by validTo desc", checkIn.communityId, holderId, checkIn.period).firstResultOptional()
                .map(before -> before.validTo).orElse(null);
    }

    private void endByMove(CheckIn old, LocalDate lastDay, long actorId) {
        transitions.change(Verb.ACCEPT, old, CheckInState.MOVED, "validTo = :end, endedBy = :by, endedAt = :at",
                Parameters.with("end", lastDay).and("by", actorId).and("at", time.now()));
        audit.done(actorId, Transitions.audited(Verb.WITHDRAW, old).detail("moved"));
        events.fire(new CheckInEnded(old.id, old.memberId, old.communityId, lastDay, true));
    }

    private static boolean isOfCommunity(RefusalReason reason) {
        return reason != null && RefusalReason.OF_COMMUNITY.contains(reason);
    }

    private static void validate(RefusalReason reason, String text) {
        if (reason.needsText() && text.isEmpty()) {
            throw Submission.invalid("text", "required");
        }
        if (text.length() > LONGEST_TEXT) {
            throw Submission.invalid("text", "too-long");
        }
    }
}
