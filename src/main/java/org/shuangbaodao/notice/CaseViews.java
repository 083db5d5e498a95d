package org.shuangbaodao.notice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.QuarterBooks;
import org.shuangbaodao.ledger.QuarterBooks.Deed;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** One objection, as the one who answers it, the one it is about and the one who raised it read it: each sees what is his. */
@ApplicationScoped
class CaseViews {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Objections objections;
    private final Answers answers;
    private final Routing routing;
    private final NoticeViews noticeViews;
    private final QuarterBooks books;
    private final Organizations organizations;
    private final Members members;
    private final PersonalFields personal;
    private final AuditTrail audit;
    private final BusinessTime time;

    CaseViews(Objections objections, Answers answers, Routing routing, NoticeViews noticeViews, QuarterBooks books,
            Organizations organizations, Members members, PersonalFields personal, AuditTrail audit, BusinessTime time) {
        this.objections = objections;
        this.answers = answers;
        this.routing = routing;
        this.noticeViews = noticeViews;
        this.books = books;
        this.organizations = organizations;
        this.members = members;
        this.personal = personal;
        this.audit = audit;
        this.time = time;
    }

    /** What everybody who may read an objection learns of it. */
    record Status(String id, String noticeId, String branch, Period period, String filedAt, String dueOn, boolean overdue,
            String responsible, Outcome state, String answer, String answeredAt, String appealBy, boolean mayAppeal,
            AppealView appeal) {

        public boolean isOpen() {
            return state == Outcome.OPEN;
        }
    }

    record AppealView(String filedAt, String dueOn, String responsible, Outcome state, String decision, String decidedAt,
            String content) {

        public boolean isOpen() {
            return state == Outcome.OPEN;
        }
    }

    /** A contested deed; {@code remedy} is null before the answer. */
    record ContestedView(String key, String holder, String day, String summary, String recordId, String hearingUntil,
            boolean heard, String statement, Remedy remedy) {
    }

    /**
     * @param name of who objected, null unless the reader answers and a name was given; {@code contact} alike
     * @param involved whether the reader holds the office but has a part in it
     * @param candidates deeds of the quarter the objection may be about, for whoever answers
     */
    record CaseView(Status status, String about, String content, boolean aboutDecider, String name, String contact,
            List<ContestedView> deeds, boolean mayAnswer, boolean involved, boolean mayState, boolean mayDecide,
            boolean takesBack, List<NoticeViews.DeedRow> candidates) {
    }

    /** Lines of a list. */
    record CaseRow(String id, String branch, Period period, String filedAt, String dueOn, boolean overdue, Outcome state,
            boolean appeal) {
    }

    /** For whoever holds the receipt code. */
    @Transactional
    Status status(String code) {
        Objection objection = objections.byReceipt(code);
        audit.done(null, Audited.of("objection-status", "objection", objection.id));
        return status(objection, true);
    }

    /** @throws Problem {@code notice/objection-unknown} for everybody it is no business of */
    @Transactional
    CaseView one(long objectionId, long readerId) {
        Objection objection = Objection.<Objection> findByIdOptional(objectionId)
                .orElseThrow(() -> new Problem(NoticeProblem.OBJECTION_UNKNOWN));
        Appeal appeal = Appeal.findById(objectionId);
        List<ContestedDeed> deeds = ContestedDeed.of(objectionId);
        boolean involved = routing.isInvolved(readerId, objections.involved(objection));
        boolean answers = answersFor(readerId, objection.responsibleId) && !involved;
        boolean decides = appeal != null && answersFor(readerId, appeal.responsibleId) && !involved
                && (objection.answeredBy == null || !routing.countAsOne(readerId, objection.answeredBy));
        boolean office = answersFor(readerId, objection.responsibleId)
                || appeal != null && answersFor(readerId, appeal.responsibleId);
        boolean handles = answers || decides || Long.valueOf(readerId).equals(objection.answeredBy);
        boolean raised = Long.valueOf(readerId).equals(objection.filedBy);
        List<ContestedDeed> own = deeds.stream().filter(deed -> deed.holderId == readerId).toList();
        if (!handles && !office && !raised && own.isEmpty()) {
            audit.refused(readerId, Audited.of("objection-read", "objection", objectionId));
            throw new Problem(NoticeProblem.OBJECTION_UNKNOWN);
        }
        audit.done(readerId, Audited.of("objection-read", "objection", objectionId));
        Notice notice = NoticeViews.byId(objection.noticeId);
        boolean mayAnswer = answers && objection.isOpen();
        return new CaseView(status(objection, this.answers.mayAppeal(objection, readerId)), objection.about,
                handles || raised || !own.isEmpty() ? objection.content : "", objection.aboutDecider,
                handles ? opened(objection.nameCipher) : null, handles ? opened(objection.contactCipher) : null,
                contested(handles ? deeds : own), mayAnswer, office && involved,
                objection.isOpen() && own.stream().anyMatch(deed -> !deed.isHeardOn(time.today())),
                decides && appeal.isOpen(), appeal == null || !Answers.isBySubject(appeal, deeds),
                mayAnswer ? candidates(notice, deeds) : List.of());
    }

    private String opened(String cipher) {
        return cipher == null ? null : personal.decrypt(cipher);
    }

    private boolean answersFor(long personId, long organizationId) {
        return routing.answersFor(personId, organizations.byId(organizationId));
    }

    private List<NoticeViews.DeedRow> candidates(Notice notice, List<ContestedDeed> known) {
        List<String> keys = known.stream().map(ContestedDeed::key).toList();
        List<Deed> deeds = books.deeds(notice.branchId, notice.quarter()).stream().filter(deed -> !keys.contains(deed.key()))
                .toList();
        return noticeViews.deedRows(notice, deeds, members.byIds(deeds.stream().map(Deed::holderId).distinct().toList()));
    }

    private List<ContestedView> contested(List<ContestedDeed> deeds) {
        Map<Long, Member> people = members.byIds(deeds.stream().map(deed -> deed.holderId).distinct().toList());
        return deeds.stream().map(deed -> {
            Optional<ServiceRecord> record = deed.sourceType.equals(Source.SERVICE_RECORD)
                    ? Ids.parse(deed.sourceId).flatMap(id -> ServiceRecord.<ServiceRecord> findByIdOptional(id))
                    : Optional.empty();
            return new ContestedView(deed.key(), people.get(deed.holderId).name,
                    record.map(each -> each.servedOn().toString()).orElse(""), record.map(each -> each.summary).orElse(""),
                    record.isPresent() ? deed.sourceId : null, deed.hearingUntil.toString(), deed.isHeardOn(time.today()),
                    deed.statement, deed.remedy);
        }).toList();
    }

    private Status status(Objection objection, boolean mayAppeal) {
        Notice notice = NoticeViews.byId(objection.noticeId);
        Appeal appeal = Appeal.findById(objection.id);
        boolean inTime = objection.appealBy != null && !time.today().isAfter(objection.appealBy);
        return new Status(Ids.text(objection.id), Ids.text(notice.id), organizations.byId(notice.branchId).name,
                notice.quarter(), minute(objection.filedAt), objection.dueOn.toString(), objection.isOverdueOn(time.today()),
                organizations.byId(objection.responsibleId).name, objection.state, objection.answer,
                minute(objection.answeredAt), objection.appealBy == null ? null : objection.appealBy.toString(),
                mayAppeal && inTime && appeal == null, appeal == null ? null : view(appeal));
    }

    private AppealView view(Appeal appeal) {
        return new AppealView(minute(appeal.filedAt), appeal.dueOn.toString(), organizations.byId(appeal.responsibleId).name,
                appeal.state, appeal.decision, minute(appeal.decidedAt), appeal.content);
    }

    /** What it is this person's turn to answer or decide. */
    @Transactional
    List<CaseRow> waitingFor(long personId) {
        List<Long> held = Appointment.heldBy(personId, time.today()).stream().map(each -> each.organizationId).distinct()
                .toList();
        if (held.isEmpty()) {
            return List.of();
        }
        List<Objection> open = Objection.<Objection> list("responsibleId in ?1 and state = ?2 order by dueOn, id", held,
                Outcome.OPEN).stream()
                .filter(each -> answersFor(personId, each.responsibleId)
                        && !routing.isInvolved(personId, objections.involved(each)))
                .toList();
        List<Objection> appealed = Appeal.<Appeal> list("responsibleId in ?1 and state = ?2 order by dueOn, objectionId", held,
                Outcome.OPEN).stream().filter(each -> answersFor(personId, each.responsibleId))
                .map(each -> Objection.<Objection> findById(each.objectionId))
                .filter(each -> !routing.countAsOne(personId, each.answeredBy)
                        && !routing.isInvolved(personId, objections.involved(each)))
                .toList();
        return Stream.concat(open.stream().map(each -> row(each, false)),
                appealed.stream().map(each -> row(each, true))).toList();
    }

    /** About this person's own service, and not heard yet. */
    @Transactional
    List<CaseRow> hearingsOf(long personId) {
        List<Long> ids = ContestedDeed.<ContestedDeed> list("holderId = ?1 and statedAt is null and hearingUntil >= ?2",
                personId, time.today()).stream().map(each -> each.objectionId).distinct().toList();
        return ids.isEmpty() ? List.of()
                : Objection.<Objection> list("id in ?1 and state = ?2 order by id", ids, Outcome.OPEN).stream()
                        .map(each -> row(each, false)).toList();
    }

    /** Raised by this person, or about his service; the newest first. */
    @Transactional
    List<CaseRow> concerning(long personId) {
        return Objection.<Objection> find("filedBy = ?1 or id in (select d.objectionId from ContestedDeed d"
                + " where d.holderId = ?1) order by id desc", personId).page(0, 50).list().stream()
                .map(each -> row(each, false)).toList();
    }

    private CaseRow row(Objection objection, boolean appeal) {
        Notice notice = NoticeViews.byId(objection.noticeId);
        return new CaseRow(Ids.text(objection.id), organizations.byId(objection.branchId).name, notice.quarter(),
                minute(objection.filedAt), objection.dueOn.toString(), objection.isOverdueOn(time.today()), objection.state,
                appeal);
    }

    private static String minute(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }
}
