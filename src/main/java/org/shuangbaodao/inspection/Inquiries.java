package org.shuangbaodao.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.DecisionPolicy;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.Standpoints;
import org.shuangbaodao.servicerecord.Verb;
import org.shuangbaodao.servicerecord.Verdict;

/**
 * Asks about drawn records: whoever was served, through an inspector, and the member himself. Whatever comes out books nothing;
 * it leads to those who can take a record back.
 */
@ApplicationScoped
public class Inquiries {

    private final Inspectors inspectors;
    private final Organizations organizations;
    private final Standpoints standpoints;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final PublicFigures figures;
    private final BusinessTime time;

    Inquiries(Inspectors inspectors, Organizations organizations, Standpoints standpoints, Inbox inbox, AuditTrail audit,
            PublicFigures figures, BusinessTime time) {
        this.inspectors = inspectors;
        this.organizations = organizations;
        this.standpoints = standpoints;
        this.inbox = inbox;
        this.audit = audit;
        this.figures = figures;
        this.time = time;
    }

    /** A drawn record with what it is about. */
    record Question(DrawnRecord drawn, ServiceRecord record) {
    }

    /**
     * What an inspector may ask about.
     *
     * @param forOthers how many were drawn that he has a part in
     */
    record Work(SpotCheck check, Organization scope, List<Question> questions, int forOthers) {
    }

    /** @throws Problem {@code common/forbidden}, {@code inspection/not-drawn} */
    @Transactional
    Work work(long checkId, long actorId) {
        SpotCheck check = SpotChecks.byId(checkId);
        Organization scope = scope(check, actorId);
        if (!check.isDrawn()) {
            throw new Problem(InspectionProblem.NOT_DRAWN);
        }
        List<DrawnRecord> drawn = DrawnRecord.of(checkId);
        Map<Long, ServiceRecord> records = SpotChecks.records(drawn.stream().map(each -> each.recordId).toList());
        Set<Long> involving = inspectors.involving(records.values(), actorId);
        List<Question> questions = drawn.stream().filter(each -> !involving.contains(each.recordId))
                .map(each -> new Question(each, records.get(each.recordId))).toList();
        audit.done(actorId, Audited.of("spot-check-read", "spot_check", checkId).detail("rows=" + questions.size()));
        return new Work(check, scope, questions, drawn.size() - questions.size());
    }

    /** One of them. */
    @Transactional
    Question question(long drawnId, long actorId) {
        Question question = reached(drawnId, actorId);
        audit.done(actorId, audited("spot-check-question-read", question.drawn));
        return question;
    }

    // The reach first: who may not check here learns nothing about anybody.
    private Question reached(long drawnId, long actorId) {
        DrawnRecord drawn = byId(drawnId);
        scope(SpotChecks.byId(drawn.spotCheckId), actorId);
        ServiceRecord record = ServiceRecord.findById(drawn.recordId);
        if (!inspectors.involving(List.of(record), actorId).isEmpty()) {
            audit.refused(actorId, audited("spot-check-question", drawn));
            throw new Problem(InspectionProblem.INVOLVED);
        }
        return new Question(drawn, record);
    }

    private Organization scope(SpotCheck check, long actorId) {
        Organization scope = organizations.byId(check.scopeId);
        inspectors.require(actorId, scope);
        return scope;
    }

    /** Asks the member, through his inbox, whether he took part; once. */
    @Transactional
    @Retried
    void askMember(long drawnId, long actorId) {
        Question question = reached(drawnId, actorId);
        Instant now = time.now();
        if (DrawnRecord.update("askedAt = ?1, askedBy = ?2 where id = ?3 and askedAt is null", now, actorId, drawnId) == 0) {
            throw new Problem(InspectionProblem.ASKED);
        }
        ServiceRecord record = question.record;
        inbox.tell(record.memberId, Word.of(InspectionTiding.ASKED, "/inspections/asked/" + Ids.text(drawnId),
                "spot-check/" + Ids.text(drawnId), record.servedOn().toString(), Amounts.hours(record.minutes)));
        audit.done(actorId, audited("spot-check-ask", question.drawn));
    }

    /**
     * Takes down what came out, once.
     *
     * @throws Problem {@code inspection/involved}, {@code inspection/answered}
     */
    @Transactional
    @Retried
    void answer(long drawnId, Inquiry given, long actorId) {
        Question question = reached(drawnId, actorId);
        Inquiry inquiry = given.checked(question.record.servedOn(), time.today());
        int taken = DrawnRecord.update("result = ?1, whom = ?2, how = ?3, askedOn = ?4, note = ?5, answeredBy = ?6,"
                + " answeredAt = ?7 where id = ?8 and result is null", inquiry.result(), inquiry.whom(), inquiry.how(),
                inquiry.askedOn(), inquiry.note().isEmpty() ? null : inquiry.note(), actorId, time.now(), drawnId);
        if (taken == 0) {
            throw new Problem(InspectionProblem.ANSWERED);
        }
        audit.done(actorId, audited("spot-check-answer", question.drawn).detail("result=" + inquiry.result()));
        figures.changed();
    }

    /**
     * What the member is asked.
     *
     * @param mayDeny whether he can say to the record that he did not take part: where somebody else entered it
     */
    record Asked(DrawnRecord drawn, ServiceRecord record, boolean mayDeny) {
    }

    /** Only for the member, and only once he was asked. */
    @Transactional
    Asked asked(long drawnId, long memberId) {
        DrawnRecord drawn = own(drawnId, memberId);
        ServiceRecord record = ServiceRecord.findById(drawn.recordId);
        Verdict verdict = DecisionPolicy.judge(Verb.REPUDIATE, record.situation(),
                standpoints.of(memberId).lookingAt(List.of(record)).to(record));
        return new Asked(drawn, record, verdict instanceof Verdict.Allowed && !record.isHeld());
    }

    /** The member says that he took part. */
    @Transactional
    @Retried
    void affirm(long drawnId, long memberId) {
        DrawnRecord drawn = own(drawnId, memberId);
        if (DrawnRecord.update("affirmedAt = ?1 where id = ?2 and affirmedAt is null", time.now(), drawnId) == 0) {
            throw new Problem(InspectionProblem.ANSWERED);
        }
        audit.done(memberId, audited("spot-check-affirm", drawn));
    }

    private static DrawnRecord own(long drawnId, long memberId) {
        DrawnRecord drawn = byId(drawnId);
        if (drawn.memberId != memberId || drawn.askedAt == null) {
            throw new Problem(InspectionProblem.UNKNOWN);
        }
        return drawn;
    }

    private static DrawnRecord byId(long id) {
        return DrawnRecord.<DrawnRecord> findByIdOptional(id).orElseThrow(() -> new Problem(InspectionProblem.UNKNOWN));
    }

    private static Audited audited(String action, DrawnRecord drawn) {
        return Audited.of(action, "service_record", drawn.recordId).onBehalfOf(drawn.memberId);
    }

    /** What the member was asked and has said nothing about: neither here nor to the record. The oldest first. */
    @Transactional
    List<Asked> unanswered(long memberId) {
        List<DrawnRecord> drawn = DrawnRecord.list(
                "memberId = ?1 and askedAt is not null and affirmedAt is null order by askedAt",
                memberId);
        Map<Long, ServiceRecord> records = SpotChecks.records(drawn.stream().map(each -> each.recordId).toList());
        return drawn.stream().map(each -> new Asked(each, records.get(each.recordId), false))
                .filter(each -> !each.record.isHeld() && each.record.state.isCounted()).toList();
    }

    /** How many drawn records of these scopes nobody has been asked about. */
    @Transactional
    long open(List<Long> scopeIds) {
        return scopeIds.isEmpty() ? 0
                : DrawnRecord.count("result is null and spotCheckId in (select c.id from SpotCheck c where c.scopeId in ?1)",
                        scopeIds);
    }
}
