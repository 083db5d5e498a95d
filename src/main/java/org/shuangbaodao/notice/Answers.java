package org.shuangbaodao.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.pointsitem.PointsItems;
import org.shuangbaodao.servicerecord.ContestedRecords;
import org.shuangbaodao.servicerecord.Verb;

/**
 * Answers objections and decides on appeals, with a reason. What is upheld is taken back by entries that refer to the old ones,
 * in the notice's quarter while that is in notice, else in the open one.
 */
@ApplicationScoped
public class Answers {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_REASON = 500;

    private final Objections objections;
    private final Routing routing;
    private final ContestedRecords records;
    private final PointsItems items;
    private final Organizations organizations;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final PublicFigures boards;
    private final BusinessTime time;

    Answers(Objections objections, Routing routing, ContestedRecords records, PointsItems items, Organizations organizations,
            WorkingDays workingDays, AuditTrail audit, PublicFigures boards, BusinessTime time) {
        this.objections = objections;
        this.routing = routing;
        this.records = records;
        this.items = items;
        this.organizations = organizations;
        this.workingDays = workingDays;
        this.audit = audit;
        this.boards = boards;
        this.time = time;
    }

    /**
     * A decision with its reason.
     *
     * @param remedies by key of the deed; what is not named stays
     */
    record Decision(Outcome outcome, String reason, Map<String, Remedy> remedies) {
    }

    /** @throws Problem why it may not be answered so; nothing was changed */
    @Transactional
    @Retried
    void answer(long objectionId, Decision decision, long actorId) {
        Objection objection = objections.locked(objectionId);
        objections.requireMayAnswer(objection, actorId, "objection-answer");
        check(decision);
        List<ContestedDeed> deeds = ContestedDeed.of(objectionId);
        settle(objection, deeds, decision, actorId, true);
        objection.state = decision.outcome;
        objection.answer = decision.reason.strip();
        objection.answeredAt = time.now();
        objection.answeredBy = actorId;
        objection.escalatesOn = null;
        objection.appealBy = workingDays.plus(time.today(), Objections.ANSWER);
        audit.done(actorId, Audited.of("objection-answer", "objection", objectionId).detail("outcome=" + decision.outcome));
        boards.changed();
    }

    /**
     * Asks the superior to look again. Who objected may, and whose service was taken back.
     *
     * @param actorId null when it comes by the receipt code, which the caller has checked
     */
    @Transactional
    @Retried
    void appeal(long objectionId, String words, Long actorId) {
        Objection objection = objections.locked(objectionId);
        if (actorId != null && !mayAppeal(objection, actorId)) {
            throw new Problem(NoticeProblem.OBJECTION_UNKNOWN);
        }
        if (objection.isOpen()) {
            throw new Problem(NoticeProblem.NOT_ANSWERED);
        }
        if (Appeal.findByIdOptional(objectionId).isPresent()) {
            throw new Problem(NoticeProblem.APPEALED);
        }
        if (time.today().isAfter(objection.appealBy)) {
            throw new Problem(NoticeProblem.TOO_LATE_TO_APPEAL, objection.appealBy);
        }
        checkText("text", words);
        Set<Long> involved = objections.involved(objection);
        involved.add(objection.answeredBy);
        long superior = routing.forAppeal(organizations.byId(objection.responsibleId), involved)
                .orElseThrow(() -> new Problem(NoticeProblem.NOBODY_ABOVE)).id;
        new Appeal(objectionId, superior, words.strip(), actorId, time.now(),
                workingDays.plus(time.today(), Objections.ANSWER)).persist();
        audit.done(actorId, Audited.of("objection-appeal", "objection", objectionId));
        boards.changed();
    }

    boolean mayAppeal(Objection objection, long personId) {
        boolean raised = Long.valueOf(personId).equals(objection.filedBy);
        return raised || objection.state == Outcome.UPHELD && ContestedDeed.of(objection.id).stream()
                .anyMatch(deed -> deed.holderId == personId && deed.remedy != Remedy.KEEP);
    }

    /** @throws Problem why it may not be decided so; nothing was changed */
    @Transactional
    @Retried
    void decideAppeal(long objectionId, Decision decision, long actorId) {
        Objection objection = objections.locked(objectionId);
        Appeal appeal = Appeal.<Appeal> findByIdOptional(objectionId)
                .orElseThrow(() -> new Problem(NoticeProblem.OBJECTION_UNKNOWN));
        requireMayDecide(objection, appeal, actorId);
        check(decision);
        List<ContestedDeed> deeds = ContestedDeed.of(objectionId);
        // Whoever lost points asks for them back: the branch awards anew, nothing more is taken.
        settle(objection, deeds, decision, actorId, !isBySubject(appeal, deeds));
        appeal.state = decision.outcome;
        appeal.decision = decision.reason.strip();
        appeal.decidedAt = time.now();
        appeal.decidedBy = actorId;
        appeal.escalatesOn = null;
        audit.done(actorId, Audited.of("appeal-decide", "objection", objectionId).detail("outcome=" + decision.outcome));
        boards.changed();
    }

    static boolean isBySubject(Appeal appeal, List<ContestedDeed> deeds) {
        return appeal.filedBy != null && deeds.stream().anyMatch(deed -> deed.holderId.equals(appeal.filedBy));
    }

    void requireMayDecide(Objection objection, Appeal appeal, long actorId) {
        if (!routing.answersFor(actorId, organizations.byId(appeal.responsibleId))) {
            objections.refuse(objection, actorId, "appeal-decide", NoticeProblem.NOT_RESPONSIBLE);
        }
        if (!appeal.isOpen()) {
            throw new Problem(NoticeProblem.ANSWERED, appeal.state).with("state", appeal.state);
        }
        if (routing.countAsOne(actorId, objection.answeredBy)) {
            objections.refuse(objection, actorId, "appeal-decide", NoticeProblem.SAME_DECIDER);
        }
        if (routing.isInvolved(actorId, objections.involved(objection))) {
            objections.refuse(objection, actorId, "appeal-decide", NoticeProblem.INVOLVED);
        }
    }

    private void settle(Objection objection, List<ContestedDeed> deeds, Decision decision, long actorId, boolean takesBack) {
        Map<Remedy, List<ContestedDeed>> chosen = new EnumMap<>(Remedy.class);
        for (ContestedDeed deed : deeds) {
            Remedy remedy = decision.outcome == Outcome.UPHELD && takesBack
                    ? decision.remedies.getOrDefault(deed.key(), Remedy.KEEP)
                    : Remedy.KEEP;
            if (remedy != Remedy.KEEP && !deed.isHeardOn(time.today())) {
                throw new Problem(NoticeProblem.NOT_HEARD, deed.hearingUntil);
            }
            if (remedy != Remedy.KEEP || deed.remedy == null) {
                deed.remedy = remedy;
            }
            chosen.computeIfAbsent(remedy, key -> new ArrayList<>()).add(deed);
        }
        List<ContestedDeed> points = chosen.getOrDefault(Remedy.POINTS, List.of());
        List<ContestedDeed> all = chosen.getOrDefault(Remedy.ALL, List.of());
        if (decision.outcome == Outcome.UPHELD && takesBack && !deeds.isEmpty() && points.isEmpty() && all.isEmpty()) {
            throw new Problem(NoticeProblem.REMEDY_NEEDED);
        }
        Notice notice = Notice.findById(objection.noticeId);
        String reason = shortened(decision.reason.strip());
        records.remedy(Verb.TAKE_POINTS, recordIds(points), reason, notice.quarter(), actorId);
        records.remedy(Verb.ANNUL, recordIds(all), reason, notice.quarter(), actorId);
        // An item is nothing but its points: either way all of it goes.
        Stream.concat(points.stream(), all.stream()).filter(deed -> deed.sourceType.equals(Source.ITEM)).forEach(
                deed -> items.takeBack(Ids.parse(deed.sourceId).orElseThrow(), reason, notice.quarter(), actorId));
    }

    // Beside the record there is room for the beginning; the whole stands with the objection.
    private static String shortened(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
    }

    private static List<Long> recordIds(List<ContestedDeed> deeds) {
        return deeds.stream().filter(deed -> deed.sourceType.equals(Source.SERVICE_RECORD))
                .map(deed -> Ids.parse(deed.sourceId).orElseThrow()).toList();
    }

    private static void check(Decision decision) {
        if (decision.outcome == null || decision.outcome == Outcome.OPEN) {
            throw invalid("outcome", "required");
        }
        checkText("reason", decision.reason);
    }

    private static void checkText(String field, String text) {
        if (!Filing.isGiven(text)) {
            throw invalid(field, "required");
        }
        if (text.length() > LONGEST_TEXT) {
            throw invalid(field, "too-long");
        }
    }

    private static Problem invalid(String field, String reason) {
        return new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem(field, reason)));
    }
}
