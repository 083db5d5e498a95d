package org.shuangbaodao.personalfile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.personalfile.Evaluation.Opinion;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;

import io.quarkus.panache.common.Page;

/**
 * The book of evaluations. The community notes what those it served say; whoever served reads it, may answer, and may object:
 * then
 * somebody else of the community, or the street, looks again.
 */
@ApplicationScoped
class Evaluations {

    /** 67号 art. 11: recorded within so many working days after the end. */
    private static final int WORKING_DAYS = 10;
    private static final int MOST_SERVED = 50;
    private static final Set<Office> DECIDING = Set.of(Office.COMMUNITY_SECRETARY, Office.GRID_LEAD, Office.COMMITTEE_OFFICER);
    /** A telephone, an id number: nothing that tells who was served stands here. */
    private static final Pattern NUMBER = Pattern.compile("\\d{7}");

    private final EntityManager database;
    private final FileOffices offices;
    private final Organizations organizations;
    private final Activities activities;
    private final WorkingDays workingDays;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final BusinessTime time;

    Evaluations(EntityManager database, FileOffices offices, Organizations organizations, Activities activities,
            WorkingDays workingDays, Inbox inbox, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.offices = offices;
        this.organizations = organizations;
        this.activities = activities;
        this.workingDays = workingDays;
        this.inbox = inbox;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What is evaluated: an activity, or a record outside of any.
     *
     * @param about its name, or what was done
     */
    record Served(Long activityId, Long recordId, long communityId, String about, LocalDateTime from, LocalDateTime to) {
    }

    /** An evaluation with what it is about and what was answered. */
    record Whole(Evaluation evaluation, String about, LocalDate servedOn, List<EvaluationAnswer> answers) {
    }

    /** What an organization's evaluations come to; the average is missing where there are too few. */
    record Kept(PageOf<Whole> page, List<Whole> objected, List<Served> lately, long count, OptionalInt average) {
    }

    /** @throws Problem {@code file/unknown} where the reader's office does not reach it, {@code file/not-served} */
    @Transactional
    Served activity(String id, long actorId) {
        ActivityFacts activity = Ids.parse(id).flatMap(activities::find)
                .filter(each -> mayEnter(each.communityId(), actorId)).orElseThrow(() -> new Problem(FileProblem.UNKNOWN));
        if (activity.isCancelled() || activity.endsAt().isAfter(time.localNow())) {
            throw new Problem(FileProblem.NOT_SERVED);
        }
        return served(activity);
    }

    /** The same of one record. */
    @Transactional
    Served record(String id, long actorId) {
        ServiceRecord record = Ids.parse(id).flatMap(each -> ServiceRecord.<ServiceRecord> findByIdOptional(each))
                .filter(each -> each.communityId != null && mayEnter(each.communityId, actorId))
                .orElseThrow(() -> new Problem(FileProblem.UNKNOWN));
        if (!record.state.isCounted() || record.isHeld()) {
            throw new Problem(FileProblem.NOT_SERVED);
        }
        return served(record);
    }

    private static Served served(ActivityFacts activity) {
        return new Served(activity.id(), null, activity.communityId(), activity.name(), activity.startsAt(),
                activity.endsAt());
    }

    private static Served served(ServiceRecord record) {
        return new Served(null, record.id, record.communityId, record.summary, record.startedAt, record.endedAt);
    }

    private boolean mayEnter(long communityId, long actorId) {
        return offices.has(actorId, organizations.byId(communityId), FileOffices.ENTERING);
    }

    /**
     * Notes an evaluation and tells everybody it is about. The same form sent twice is one.
     *
     * @param onceKey of the form
     * @throws Problem {@code file/own-case} for who served there himself
     */
    @Transactional
    @Retried
    long enter(Served served, Opinion opinion, String onceKey, long actorId) {
        // The second of two that came at once waits here and then finds the first.
        Organization community = database.find(Organization.class, served.communityId, LockModeType.PESSIMISTIC_WRITE);
        Optional<Evaluation> sent = Evaluation.sent(actorId, onceKey);
        if (sent.isPresent()) {
            return sent.get().id;
        }
        offices.require(actorId, community, FileOffices.ENTERING);
        check(served, opinion);
        Evaluation evaluation = new Evaluation(community.id, opinion, onceKey, actorId, time.now());
        evaluation.activityId = served.activityId;
        evaluation.recordId = served.recordId;
        evaluation.late = workingDays.plus(served.to.toLocalDate(), WORKING_DAYS).isBefore(time.today());
        Set<Long> subjects = subjects(evaluation);
        if (subjects.contains(actorId)) {
            throw new Problem(FileProblem.OWN_CASE);
        }
        evaluation.persist();
        inbox.tell(subjects, word(FileTiding.EVALUATION, evaluation, served.from.toLocalDate()));
        audit.done(actorId, Audited.of("evaluation-enter", "evaluation", evaluation.id));
        return evaluation.id;
    }

    private void check(Served served, Opinion opinion) {
        String reason = opinion.evaluatedOn().isAfter(time.today()) ? "future-date"
                : opinion.evaluatedOn().isBefore(served.from.toLocalDate()) ? "past-date" : null;
        if (reason != null) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("evaluatedOn", reason)));
        }
        if (NUMBER.matcher(opinion.feedback()).find()) {
            throw new Problem(CommonProblem.INVALID).with("errors",
                    List.of(new FieldProblem("feedback", "file-personal-data")));
        }
    }

    private static Word word(FileTiding tiding, Evaluation evaluation, LocalDate day) {
        return Word.of(tiding, "/me/file", "evaluation/%s/%s".formatted(Ids.text(evaluation.id), tiding), day.toString());
    }

    /** Whom it is about: the record's member, or everybody whose service in the activity counts. */
    Set<Long> subjects(Evaluation evaluation) {
        String where = evaluation.recordId != null ? "id = ?1" : "activityId = ?1";
        return ServiceRecord.<ServiceRecord> list(where + " and state in ?2 and heldAt is null",
                evaluation.recordId != null ? evaluation.recordId : evaluation.activityId, RecordState.counted()).stream()
                .map(each -> each.memberId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those about a member's service, the latest first, with his own answers only. */
    @Transactional
    List<Whole> of(long memberId) {
        List<Evaluation> found = database.createQuery("select e from Evaluation e where e.withdrawnAt is null and exists"
                + " (select r.id from ServiceRecord r where r.memberId = :member and r.state in :counted and r.heldAt is null"
                + " and (r.id = e.recordId or r.activityId = e.activityId)) order by e.evaluatedOn desc, e.id desc",
                Evaluation.class).setParameter("member", memberId).setParameter("counted", RecordState.counted())
                .getResultList();
        return wholes(found).stream().map(each -> new Whole(each.evaluation, each.about, each.servedOn,
                each.answers.stream().filter(answer -> answer.memberId == memberId).toList())).toList();
    }

    private List<Whole> wholes(List<Evaluation> found) {
        Map<Long, ActivityFacts> held = activities
                .byIds(found.stream().map(each -> each.activityId).filter(id -> id != null).distinct().toList());
        List<Long> recordIds = found.stream().map(each -> each.recordId).filter(id -> id != null).distinct().toList();
        Map<Long, ServiceRecord> records = recordIds.isEmpty() ? Map.of()
                : ServiceRecord.<ServiceRecord> list("id in ?1", recordIds).stream()
                        .collect(Collectors.toMap(each -> each.id, Function.identity()));
        Map<Long, List<EvaluationAnswer>> answers = EvaluationAnswer.to(found.stream().map(each -> each.id).toList()).stream()
                .collect(Collectors.groupingBy(each -> each.evaluationId));
        return found.stream().map(each -> {
            Served served = each.activityId != null ? served(held.get(each.activityId))
                    : served(records.get(each.recordId));
            return new Whole(each, served.about, served.from.toLocalDate(), answers.getOrDefault(each.id, List.of()));
        }).toList();
    }

    /** What the member says to it; he may change his words until somebody has decided on them. */
    @Transactional
    @Retried
    void answer(long evaluationId, String text, boolean objects, long memberId) {
        Evaluation evaluation = lock(evaluationId);
        if (!subjects(evaluation).contains(memberId)) {
            throw new Problem(FileProblem.UNKNOWN);
        }
        EvaluationAnswer answer = EvaluationAnswer.findById(new EvaluationAnswer.Key(evaluationId, memberId));
        if (answer == null) {
            answer = new EvaluationAnswer(evaluationId, memberId);
        }
        if (!evaluation.stands() || answer.decidedAt != null) {
            throw new Problem(FileProblem.DECIDED);
        }
        answer.answer = text;
        answer.objects = objects;
        answer.answeredAt = time.now();
        answer.persist();
        audit.done(memberId, Audited.of(objects ? "evaluation-object" : "evaluation-answer", "evaluation", evaluationId));
    }

    /**
     * Decides on an objection, by somebody else than who entered the evaluation. Upheld, the evaluation goes.
     *
     * @param decision the reason, read by who objected
     */
    @Transactional
    @Retried
    void decide(long evaluationId, long memberId, boolean upheld, String decision, long actorId) {
        Evaluation evaluation = lock(evaluationId);
        Organization community = organizations.byId(evaluation.communityId);
        if (!offices.has(actorId, community, FileOffices.ENTERING)) {
            throw new Problem(FileProblem.UNKNOWN);
        }
        offices.require(actorId, community, DECIDING);
        offices.requireSecond(evaluation.enteredBy, actorId);
        if (subjects(evaluation).contains(actorId)) {
            throw new Problem(FileProblem.OWN_CASE);
        }
        EvaluationAnswer answer = EvaluationAnswer.findById(new EvaluationAnswer.Key(evaluationId, memberId));
        if (answer == null || !answer.isOpen() || !evaluation.stands()) {
            throw new Problem(FileProblem.DECIDED);
        }
        answer.upheld = upheld;
        answer.decision = decision;
        answer.decidedBy = actorId;
        answer.decidedAt = time.now();
        if (upheld) {
            evaluation.withdrawnBy = actorId;
            evaluation.withdrawnAt = time.now();
            evaluation.withdrawnBecause = decision;
        }
        inbox.tell(memberId, word(FileTiding.DECISION, evaluation, evaluation.evaluatedOn));
        audit.done(actorId, Audited.of("evaluation-decide", "evaluation", evaluationId).onBehalfOf(memberId)
                .detail("upheld=" + upheld));
    }

    private Evaluation lock(long evaluationId) {
        Evaluation evaluation = database.find(Evaluation.class, evaluationId, LockModeType.PESSIMISTIC_WRITE);
        if (evaluation == null) {
            throw new Problem(FileProblem.UNKNOWN);
        }
        return evaluation;
    }

    /** The reader's communities. */
    private List<Long> communities(long actorId) {
        return offices.own(actorId).stream().flatMap(each -> each.kind == OrganizationKind.COMMUNITY
                ? List.of(each).stream()
                : each.kind == OrganizationKind.STREET ? organizations.below(each, OrganizationKind.COMMUNITY).stream()
                        : List.<Organization> of().stream())
                .map(each -> each.id).distinct().toList();
    }

    /** @throws Problem {@code file/no-office} */
    @Transactional
    Kept kept(int page, long actorId) {
        List<Long> communities = communities(actorId);
        if (communities.isEmpty()) {
            throw new Problem(FileProblem.NO_OFFICE);
        }
        var found = Evaluation.<Evaluation> find("communityId in ?1 and withdrawnAt is null order by id desc", communities);
        List<Evaluation> shown = found.page(Page.of(page - 1, PageOf.DEFAULT_SIZE)).list();
        List<Satisfaction> grades = database.createQuery("select e.grade from Evaluation e where e.communityId in :communities"
                + " and e.withdrawnAt is null", Satisfaction.class).setParameter("communities", communities).getResultList();
        return new Kept(new PageOf<>(wholes(shown), page, PageOf.DEFAULT_SIZE, grades.size()), wholes(objected(actorId)),
                lately(communities), grades.size(), Satisfaction.average(grades));
    }

    /** With an objection that waits for the reader. */
    @Transactional
    List<Evaluation> objected(long actorId) {
        List<Long> communities = communities(actorId).stream()
                .filter(each -> offices.has(actorId, organizations.byId(each), DECIDING)).toList();
        return communities.isEmpty() ? List.of()
                : Evaluation.list("from Evaluation e where e.communityId in ?1 and e.enteredBy <> ?2 and e.withdrawnAt is null"
                        + " and exists (select 1 from EvaluationAnswer a where a.evaluationId = e.id and a.objects = true"
                        + " and a.decidedAt is null) order by e.id", communities, actorId);
    }

    // What ended in the last ten working days, the latest first.
    private List<Served> lately(List<Long> communities) {
        LocalDate from = workingDays.plus(time.today(), -WORKING_DAYS);
        LocalDateTime now = time.localNow();
        List<Served> lately = new ArrayList<>(
                activities.from(from, communities, 1, PageOf.LARGEST_SIZE).items().stream()
                        .filter(each -> !each.isCancelled() && !each.endsAt().isAfter(now)).map(Evaluations::served).toList());
        ServiceRecord.<ServiceRecord> find("communityId in ?1 and activityId is null and state in ?2 and endedAt >= ?3"
                + " and heldAt is null order by startedAt desc", communities, RecordState.counted(), from.atStartOfDay())
                .page(Page.of(0, MOST_SERVED)).list().forEach(each -> lately.add(served(each)));
        return lately.stream().sorted(Comparator.comparing(Served::to).reversed()).limit(MOST_SERVED).toList();
    }

    /** @throws Problem {@code file/unknown} where no office of the reader reaches it */
    @Transactional
    Whole whole(long evaluationId, long actorId) {
        Evaluation evaluation = Evaluation.<Evaluation> findByIdOptional(evaluationId)
                .filter(each -> mayEnter(each.communityId, actorId)).orElseThrow(() -> new Problem(FileProblem.UNKNOWN));
        audit.done(actorId, Audited.of("evaluation-read", "evaluation", evaluationId));
        return wholes(List.of(evaluation)).get(0);
    }
}
