package org.shuangbaodao.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.RequestKeys;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.ledger.QuarterBooks;
import org.shuangbaodao.ledger.QuarterBooks.Deed;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Takes objections in, from anybody, and hears the people they are about. Answers are {@link Answers}. */
@ApplicationScoped
public class Objections {

    /** The holder's time to say something before anything of his may be taken back. */
    static final int HEARING = 3;
    /** The time for an answer; as long as 民政部令67号 art. 11 gives for recording. */
    static final int ANSWER = 10;
    /** After so many the next superior answers. */
    static final int SECOND_ESCALATION = 15;

    private final Notices notices;
    private final Insight insight;
    private final Routing routing;
    private final QuarterBooks books;
    private final Organizations organizations;
    private final PersonalFields personal;
    private final RequestKeys requestKeys;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final PublicFigures boards;
    private final BusinessTime time;

    Objections(Notices notices, Insight insight, Routing routing, QuarterBooks books, Organizations organizations,
            PersonalFields personal, RequestKeys requestKeys, WorkingDays workingDays, AuditTrail audit, PublicFigures boards,
            BusinessTime time) {
        this.notices = notices;
        this.insight = insight;
        this.routing = routing;
        this.books = books;
        this.organizations = organizations;
        this.personal = personal;
        this.requestKeys = requestKeys;
        this.workingDays = workingDays;
        this.audit = audit;
        this.boards = boards;
        this.time = time;
    }

    /** @param receipt the code that reads the answer, shown this once */
    record Filed(String id, String receipt) {
    }

    /** As it is kept for whoever sends the same request again. */
    record Sealed(String id, String receiptCipher) {
    }

    /**
     * Takes an objection while the notice runs, once per key.
     *
     * @param actorId null for somebody who is not logged in
     */
    @Transactional
    @Retried
    Filed file(String requestKey, long noticeId, Filing filing, Long actorId) {
        // Keys of visitors are kept apart by the notice they write to.
        Sealed sealed = requestKeys.once(actorId == null ? noticeId : actorId, requestKey, List.of(noticeId, filing),
                Sealed.class, () -> take(noticeId, filing, actorId));
        return new Filed(sealed.id, personal.decrypt(sealed.receiptCipher));
    }

    private Sealed take(long noticeId, Filing filing, Long actorId) {
        Notice notice = notices.lock(noticeId);
        if (notice.stateOn(time.today()) != NoticeState.RUNNING) {
            throw new Problem(NoticeProblem.OVER, notice.lastDay);
        }
        Organization branch = organizations.byId(notice.branchId);
        List<Deed> deeds = Filing.isGiven(filing.deed()) ? List.of(deed(notice, filing.deed(), actorId)) : List.of();
        Set<Long> involved = routing.involved(branch, filing.aboutDecider(), actorId, deeds);
        ReceiptCode receipt = ReceiptCode.random();
        Objection objection = new Objection(notice, routing.first(branch, filing.aboutDecider(), involved).id, time.now());
        objection.aboutDecider = filing.aboutDecider();
        objection.filedBy = actorId;
        objection.about = Filing.isGiven(filing.about()) ? filing.about().strip() : "";
        objection.content = filing.text().strip();
        objection.nameCipher = sealed(filing.name());
        objection.contactCipher = sealed(filing.contact());
        objection.receiptHash = receipt.hash();
        objection.dueOn = workingDays.plus(time.today(), ANSWER);
        objection.escalatesOn = objection.dueOn;
        objection.persist();
        name(objection, deeds);
        audit.done(actorId, Audited.of("objection-file", "objection", objection.id));
        boards.changed();
        return new Sealed(Ids.text(objection.id), personal.encrypt(receipt.grouped()));
    }

    private String sealed(String text) {
        return Filing.isGiven(text) ? personal.encrypt(text.strip()) : null;
    }

    private Deed deed(Notice notice, String key, Long actorId) {
        if (actorId == null || !insight.reaches(notice, actorId)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return deed(notice, key);
    }

    /** @throws Problem {@code notice/not-in-quarter} */
    Deed deed(Notice notice, String key) {
        String[] parts = key.split("/", 2);
        return parts.length != 2 ? notInQuarter()
                : books.deed(notice.branchId, notice.quarter(), parts[0], parts[1]).orElseGet(Objections::notInQuarter);
    }

    private static Deed notInQuarter() {
        throw new Problem(NoticeProblem.NOT_IN_QUARTER);
    }

    private void name(Objection objection, Collection<Deed> deeds) {
        for (Deed deed : deeds) {
            // Who objects to what is booked for himself has said what he has to say.
            boolean own = Long.valueOf(deed.holderId()).equals(objection.filedBy);
            new ContestedDeed(objection.id, deed, time.now(),
                    own ? time.today().minusDays(1) : workingDays.plus(time.today(), HEARING)).persist();
        }
    }

    /**
     * Says which deeds an objection is about, so that their holders are heard. Where the branch has a part in them, it moves
     * up.
     */
    @Transactional
    @Retried
    void nameDeeds(long objectionId, Collection<String> keys, long actorId) {
        Objection objection = locked(objectionId);
        requireMayAnswer(objection, actorId, "objection-name");
        Notice notice = Notice.findById(objection.noticeId);
        List<String> known = ContestedDeed.of(objectionId).stream().map(ContestedDeed::key).toList();
        List<Deed> fresh = new ArrayList<>();
        keys.stream().distinct().filter(key -> !known.contains(key)).forEach(key -> fresh.add(deed(notice, key)));
        name(objection, fresh);
        audit.done(actorId, Audited.of("objection-name", "objection", objectionId).detail("deeds=" + fresh.size()));
        Set<Long> involved = involved(objection);
        Organization responsible = organizations.byId(objection.responsibleId);
        if (routing.headsOf(responsible).stream().anyMatch(head -> routing.isInvolved(head, involved))) {
            routing.above(responsible, involved).ifPresent(above -> moveUp(objection, above, actorId));
        }
    }

    /** Passes an objection on to the superior, for example because it is about himself after all. */
    @Transactional
    @Retried
    void refer(long objectionId, long actorId) {
        Objection objection = locked(objectionId);
        Organization responsible = organizations.byId(objection.responsibleId);
        if (!routing.answersFor(actorId, responsible)) {
            refuse(objection, actorId, "objection-refer", NoticeProblem.NOT_RESPONSIBLE);
        }
        requireOpen(objection);
        moveUp(objection, routing.above(responsible, involved(objection))
                .orElseThrow(() -> new Problem(NoticeProblem.NOBODY_ABOVE)), actorId);
    }

    private void moveUp(Objection objection, Organization above, Long actorId) {
        objection.responsibleId = above.id;
        audit.done(actorId, Audited.of("objection-refer", "objection", objection.id).detail("to=" + above.code));
    }

    /** What the holder of contested deeds has to say; once, and in time. */
    @Transactional
    @Retried
    void state(long objectionId, String words, long actorId) {
        Objection objection = locked(objectionId);
        List<ContestedDeed> own = ContestedDeed.of(objectionId).stream().filter(deed -> deed.holderId == actorId).toList();
        if (own.isEmpty()) {
            throw new Problem(NoticeProblem.OBJECTION_UNKNOWN);
        }
        List<ContestedDeed> unheard = own.stream().filter(deed -> !deed.isHeardOn(time.today())).toList();
        if (!objection.isOpen() || unheard.isEmpty()) {
            throw new Problem(NoticeProblem.HEARING_OVER, own.get(0).hearingUntil);
        }
        unheard.forEach(deed -> {
            deed.statement = words.strip();
            deed.statedAt = time.now();
        });
        audit.done(actorId, Audited.of("objection-state", "objection", objectionId));
    }

    /** Those who have a part in an objection and therefore do not answer it. */
    Set<Long> involved(Objection objection) {
        Notice notice = Notice.findById(objection.noticeId);
        List<Deed> deeds = new ArrayList<>();
        Set<Long> holders = new HashSet<>();
        for (ContestedDeed contested : ContestedDeed.of(objection.id)) {
            holders.add(contested.holderId);
            deeds.add(new Deed(contested.sourceType, contested.sourceId, contested.holderId, notice.firstDay, 0, 0, 0,
                    books.postedBy(contested.sourceType, contested.sourceId)));
        }
        Set<Long> involved = routing.involved(organizations.byId(objection.branchId), objection.aboutDecider, objection.filedBy,
                deeds);
        involved.addAll(holders);
        return involved;
    }

    /** @throws Problem {@code notice/not-responsible}, {@code notice/answered}, {@code notice/involved} */
    void requireMayAnswer(Objection objection, long actorId, String action) {
        if (!routing.answersFor(actorId, organizations.byId(objection.responsibleId))) {
            refuse(objection, actorId, action, NoticeProblem.NOT_RESPONSIBLE);
        }
        requireOpen(objection);
        if (routing.isInvolved(actorId, involved(objection))) {
            refuse(objection, actorId, action, NoticeProblem.INVOLVED);
        }
    }

    void refuse(Objection objection, long actorId, String action, NoticeProblem problem) {
        audit.refused(actorId, Audited.of(action, "objection", objection.id).detail("reason=" + problem));
        throw new Problem(problem);
    }

    private static void requireOpen(Objection objection) {
        if (!objection.isOpen()) {
            throw new Problem(NoticeProblem.ANSWERED, objection.state).with("state", objection.state);
        }
    }

    /** The notice first, then the objection. Needs a running transaction. */
    Objection locked(long objectionId) {
        Objection found = Objection.<Objection> findByIdOptional(objectionId)
                .orElseThrow(() -> new Problem(NoticeProblem.OBJECTION_UNKNOWN));
        notices.lock(found.noticeId);
        Objection.getEntityManager().refresh(found);
        return found;
    }

    /** The answer's reader by code; whoever does not hold it learns nothing. */
    @Transactional
    Objection byReceipt(String typed) {
        return ReceiptCode.parse(typed == null ? "" : typed).flatMap(code -> Objection.byReceipt(code.hash()))
                .orElseThrow(() -> new Problem(NoticeProblem.OBJECTION_UNKNOWN));
    }

    /** How many objections there were to each notice, and how many of them wait longer than they should. */
    Map<Long, Count> counts(Collection<Long> noticeIds) {
        Map<Long, Count> counts = new HashMap<>();
        Objection.to(noticeIds).forEach(each -> counts.merge(each.noticeId, Count.of(each, time), Count::plus));
        return counts;
    }

    /** Objections by what became of them; {@code overdue} of the open ones. */
    record Count(int open, int overdue, int dismissed, int upheld) {

        static final Count NONE = new Count(0, 0, 0, 0);

        static Count of(Objection objection, BusinessTime time) {
            return new Count(objection.isOpen() ? 1 : 0, objection.isOverdueOn(time.today()) ? 1 : 0,
                    objection.state == Outcome.DISMISSED ? 1 : 0, objection.state == Outcome.UPHELD ? 1 : 0);
        }

        Count plus(Count other) {
            return new Count(open + other.open, overdue + other.overdue, dismissed + other.dismissed, upheld + other.upheld);
        }

        public int all() {
            return open + dismissed + upheld;
        }
    }

    /** @throws Problem {@code notice/objection-unknown}, for what is no id at all too */
    static long idOf(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem(NoticeProblem.OBJECTION_UNKNOWN));
    }
}
