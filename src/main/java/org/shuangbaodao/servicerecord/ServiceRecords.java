package org.shuangbaodao.servicerecord;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Posts;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.database.RequestKeys;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberProblem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rulebook.ServiceTime;

import io.quarkus.panache.common.Page;

/** Takes reports in and shows them. Decisions are {@link RecordDecisions}. */
@ApplicationScoped
public class ServiceRecords {

    /** More than this in one record is refused; platforms of the field ask a province's authority beyond it. */
    static final int LONGEST_MINUTES = 12 * 60;

    private final EntityManager database;
    private final Members members;
    private final Consents consents;
    private final Offices offices;
    private final Organizations organizations;
    private final CheckIns checkIns;
    private final Posts posts;
    private final Occasions occasions;
    private final Overlaps overlaps;
    private final DayLimits dayLimits;
    private final Standpoints standpoints;
    private final WorkingDays workingDays;
    private final RequestKeys requestKeys;
    private final AuditTrail audit;
    private final RecordTidings tidings;
    private final BusinessTime time;

    ServiceRecords(EntityManager database, Members members, Consents consents, Offices offices, Organizations organizations,
            CheckIns checkIns, Posts posts, Occasions occasions, Overlaps overlaps, DayLimits dayLimits,
            Standpoints standpoints,
            WorkingDays workingDays, RequestKeys requestKeys, AuditTrail audit, RecordTidings tidings, BusinessTime time) {
        this.database = database;
        this.members = members;
        this.consents = consents;
        this.offices = offices;
        this.organizations = organizations;
        this.checkIns = checkIns;
        this.posts = posts;
        this.occasions = occasions;
        this.overlaps = overlaps;
        this.dayLimits = dayLimits;
        this.standpoints = standpoints;
        this.workingDays = workingDays;
        this.requestKeys = requestKeys;
        this.audit = audit;
        this.tidings = tidings;
        this.time = time;
    }

    /** Takes a report once per key. */
    @Transactional
    @Retried
    public RecordAnswer report(String requestKey, Report report, long actorId) {
        return requestKeys.once(actorId, requestKey, report, RecordAnswer.class, () -> answer(take(report, actorId)));
    }

    /** What became of one report of many: taken, or the problem that stood against it. */
    public record Taken(ServiceRecord record, Problem problem) {
    }

    /**
     * Takes many reports in one transaction, each for itself: one that is refused does not hold up the others. They are taken
     * in
     * the order of the members' numbers, so that two lists with the same people wait for each other instead of blocking.
     *
     * @return what became of each, in the order asked
     */
    @Transactional
    @Retried
    public List<Taken> reportAll(List<Report> reports, long actorId) {
        Map<Report, Taken> taken = new IdentityHashMap<>();
        reports.stream().sorted(Comparator.comparing(report -> String.valueOf(report.memberNumber())))
                .forEach(report -> taken.put(report, tryOne(report, actorId)));
        database.flush();
        return reports.stream().map(taken::get).toList();
    }

    // Nothing is written before everything about a report has been found in order.
    private Taken tryOne(Report report, long actorId) {
        try {
            return new Taken(take(report, actorId), null);
        } catch (Problem problem) {
            return new Taken(null, problem);
        }
    }

    private ServiceRecord take(Report report, long actorId) {
        Member member = Report.isGiven(report.memberNumber()) ? somebodyElse(report, actorId)
                : members.byId(actorId);
        ServiceRecord record = new ServiceRecord(member.id, actorId, time.now());
        fill(record, report);
        if (actorId != member.id) {
            requireOfficeToEnter(record, actorId);
            record.consentNote = blankToNull(report.consentNote());
        }
        members.lock(member.id);
        checkTime(record);
        record.persist();
        audit.done(actorId, Audited.of("record-report", "service_record", record.id)
                .onBehalfOf(actorId == member.id ? null : member.id));
        tidings.entered(record, actorId);
        return record;
    }

    /** Sends a returned or still undecided record in again with other facts. */
    @Transactional
    @Retried
    public ServiceRecord correct(long recordId, Integer version, Report report, long actorId) {
        ServiceRecord record = database.find(ServiceRecord.class, recordId, LockModeType.PESSIMISTIC_WRITE);
        if (record == null) {
            throw new Problem(RecordProblem.UNKNOWN);
        }
        Verdict verdict = DecisionPolicy.judge(Verb.CORRECT, record.situation(), standpoints.of(actorId).to(record));
        if (verdict instanceof Verdict.Refused refused) {
            throw new Problem(RecordProblem.valueOf(refused.reason().name())).with("state", record.state);
        }
        if (version != null && version != record.version) {
            throw new Problem(RecordProblem.CHANGED_MEANWHILE, record.version);
        }
        RecordState from = record.state;
        fill(record, report);
        members.lock(record.memberId);
        record.overlapping = false;
        record.unsign();
        checkTime(record);
        record.revision++;
        record.state = RecordState.SUBMITTED;
        record.waitingSince = time.now();
        record.reason = null;
        new RecordStep(record, Verb.CORRECT, from, actorId, Capacity.SELF, time.now()).persist();
        audit.done(actorId, Audited.of("record-correct", "service_record", record.id));
        database.flush();
        tidings.corrected(record, actorId);
        return record;
    }

    private void checkTime(ServiceRecord record) {
        overlaps.checkReport(record);
        DayLimits.Tally days = dayLimits.counted(List.of(record));
        days.against(record).ifPresent(problem -> {
            throw problem;
        });
        record.longDay = days.isLong(record);
    }

    private void fill(ServiceRecord record, Report report) {
        ServiceTime served = checked(report.startedAt(), report.endedAt());
        LocalDate day = served.start().toLocalDate();
        record.serve(served);
        record.lateness = Lateness.of(lastDay(served), BusinessTime.dateOf(record.submittedAt), workingDays);
        record.lateReason = blankToNull(report.lateReason());
        record.branchId = members.branchOn(record.memberId, day)
                .orElseThrow(() -> new Problem(MemberProblem.NOT_ON_ROSTER, day)).branchId;
        if (!consents.given(record.memberId, ConsentPurpose.RECORDING)) {
            throw new Problem(RecordProblem.NO_CONSENT);
        }
        if (Report.isGiven(report.activityId())) {
            occasions.fill(record, report);
        } else {
            occasions.clear(record);
            personal(record, report, day);
        }
        if (record.lateness == Lateness.IN_TIME) {
            record.lateReason = null;
        } else if (record.lateReason == null) {
            throw new Problem(RecordProblem.LATE_REASON_NEEDED, Lateness.WORKING_DAYS);
        }
    }

    private void personal(ServiceRecord record, Report report, LocalDate day) {
        if (!Report.isGiven(report.summary())) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("summary", "required")));
        }
        place(record, report, day);
        record.postId = Report.isGiven(report.postId()) ? post(record, report.postId(), day) : null;
        record.summary = Names.tidy(report.summary());
        record.workingTime = Boolean.TRUE.equals(report.workingTime());
        record.eligibility = report.eligibility() == null ? Eligibility.DUTY : report.eligibility();
        if (record.workingTime && record.eligibility == Eligibility.VOLUNTEER) {
            throw new Problem(RecordProblem.WORKING_TIME_IS_DUTY);
        }
    }

    // An end at midnight closes the day before.
    private static LocalDate lastDay(ServiceTime served) {
        return served.end().minusMinutes(1).toLocalDate();
    }

    private ServiceTime checked(LocalDateTime start, LocalDateTime end) {
        if (!end.isAfter(start) || start.getSecond() != 0 || end.getSecond() != 0 || start.getNano() + end.getNano() != 0) {
            throw new Problem(RecordProblem.END_BEFORE_START);
        }
        if (end.isAfter(time.localNow())) {
            throw new Problem(RecordProblem.IN_THE_FUTURE);
        }
        ServiceTime served = new ServiceTime(start, end);
        if (start.plusMinutes(LONGEST_MINUTES).isBefore(end)) {
            throw new Problem(RecordProblem.TOO_LONG, LONGEST_MINUTES / 60);
        }
        return served;
    }

    private void place(ServiceRecord record, Report report, LocalDate day) {
        record.place = Names.tidy(report.place());
        if (report.isOutside()) {
            if (!Report.isGiven(report.issuer()) || !Report.isGiven(report.proofNumber())) {
                throw new Problem(RecordProblem.PROOF_NEEDED);
            }
            record.communityId = null;
            record.issuer = Names.tidy(report.issuer());
            record.proofNumber = Names.tidy(report.proofNumber());
            return;
        }
        Organization community = community(record.memberId, report.communityCode(), day);
        if (community.kind != OrganizationKind.COMMUNITY || !community.existsOn(day)) {
            throw new Problem(RecordProblem.COMMUNITY_UNFIT, community.name);
        }
        record.communityId = community.id;
        record.gridId = null;
        if (Report.isGiven(report.gridCode())) {
            Organization grid = organizations.byCode(report.gridCode().strip());
            if (grid.kind != OrganizationKind.GRID || !community.holds(grid)) {
                throw new Problem(RecordProblem.COMMUNITY_UNFIT, grid.name);
            }
            record.gridId = grid.id;
        }
    }

    private long post(ServiceRecord record, String id, LocalDate day) {
        return Ids.parse(id).flatMap(posts::find)
                .filter(post -> record.communityId != null && post.communityId() == record.communityId && post.isOpenOn(day))
                .orElseThrow(() -> new Problem(RecordProblem.POST_UNFIT)).id();
    }

    private Organization community(long memberId, String code, LocalDate day) {
        if (Report.isGiven(code)) {
            return organizations.find(code.strip()).orElseThrow(() -> new Problem(RecordProblem.COMMUNITY_UNFIT, code));
        }
        List<Organization> accepted = checkIns.acceptedCommunities(memberId, day);
        if (accepted.size() != 1) {
            throw new Problem(RecordProblem.COMMUNITY_NEEDED);
        }
        return accepted.get(0);
    }

    // Asked before the member is looked up: who may enter for nobody learns nothing about anybody.
    private Member somebodyElse(Report report, long actorId) {
        String number = report.memberNumber();
        boolean own = members.byId(actorId).number.equals(number.strip());
        if (!own && !occasions.isRunBy(report.activityId(), actorId) && Appointment.heldBy(actorId, time.today()).stream()
                .allMatch(held -> held.office == Office.AUDITOR || held.office == Office.ADMINISTRATOR)) {
            throw new Problem(RecordProblem.MAY_NOT_ENTER_FOR);
        }
        return members.byNumber(number.strip());
    }

    // Insiders keying in hours is the field's trauma: it takes an office near the member or the place, or the charge of the very
    // activity, and shows for ever.
    private void requireOfficeToEnter(ServiceRecord record, long actorId) {
        var held = java.util.EnumSet.noneOf(Office.class);
        held.addAll(offices.reaching(actorId, organizations.byId(record.branchId)));
        if (record.communityId != null) {
            held.addAll(offices.reaching(actorId, organizations.byId(record.communityId)));
        }
        if (record.gridId != null) {
            held.addAll(offices.reaching(actorId, organizations.byId(record.gridId)));
        }
        held.removeAll(java.util.EnumSet.of(Office.AUDITOR, Office.ADMINISTRATOR));
        boolean runs = record.activityId != null && occasions.isRunBy(Ids.text(record.activityId), actorId);
        if (held.isEmpty() && !runs) {
            throw new Problem(RecordProblem.MAY_NOT_ENTER_FOR);
        }
    }

    /** The record, if the actor may see it: the member, who entered it, whoever may decide on it one day, and auditors. */
    @Transactional
    public ServiceRecord visible(long recordId, long actorId) {
        ServiceRecord record = ServiceRecord.<ServiceRecord> findByIdOptional(recordId)
                .orElseThrow(() -> new Problem(RecordProblem.UNKNOWN));
        Standpoint who = standpoints.of(actorId).to(record);
        boolean own = who.isHolder() || who.isEnterer();
        boolean decides = !who.turns().isEmpty() || !who.waiting().isEmpty();
        if (!own && !decides && !mayAudit(record, actorId)) {
            throw new Problem(RecordProblem.UNKNOWN);
        }
        if (!own) {
            audit.done(actorId, Audited.of("record-read", "service_record", record.id).onBehalfOf(record.memberId));
        }
        return record;
    }

    // Of either tree: above the branch, or above the place.
    private boolean mayAudit(ServiceRecord record, long actorId) {
        return Stream.of(record.branchId, record.communityId).filter(Objects::nonNull)
                .anyMatch(id -> offices.reaching(actorId, organizations.byId(id)).contains(Office.AUDITOR));
    }

    /** Records about a member, newest service first. */
    public PageOf<ServiceRecord> of(long memberId, int page, int size) {
        var query = ServiceRecord.<ServiceRecord> find("memberId = ?1 order by startedAt desc, id desc", memberId);
        return new PageOf<>(query.page(Page.of(page - 1, size)).list(), page, size, query.count());
    }

    /** Records the actor entered for others, newest first. */
    public List<ServiceRecord> enteredFor(long actorId) {
        return ServiceRecord.<ServiceRecord> find("enteredBy = ?1 and memberId <> ?1 order by submittedAt desc", actorId)
                .page(0, 50).list();
    }

    @Transactional
    public RecordAnswer answer(ServiceRecord record) {
        database.flush();
        return answers(List.of(record)).get(0);
    }

    /** Records as the API shows them, in the same order. */
    public List<RecordAnswer> answers(List<ServiceRecord> records) {
        Map<Long, Member> people = members.byIds(records.stream()
                .flatMap(record -> Stream.of(record.memberId, record.confirmedBy, record.leadId))
                .filter(Objects::nonNull).distinct().toList());
        Map<Long, Organization> places = organizations.byIds(records.stream()
                .flatMap(record -> Stream.of(record.branchId, record.communityId))
                .filter(Objects::nonNull).distinct().toList());
        return records.stream().map(record -> {
            Member member = people.get(record.memberId);
            Organization community = places.get(record.communityId);
            return new RecordAnswer(Ids.text(record.id), record.state, record.revision, record.version, member.number,
                    member.name, places.get(record.branchId).code, community == null ? null : community.code,
                    community == null ? null : community.name, record.startedAt, record.endedAt, record.minutes,
                    record.summary, record.place, record.eligibility, record.workingTime, record.issuer, record.proofNumber,
                    record.isEnteredBySomebodyElse(), record.overlapping, record.isHeld(), record.reason,
                    record.submittedAt, record.confirmedAt, record.confirmedAs, record.awardedAt, record.awardedAs,
                    record.postId == null ? null : Ids.text(record.postId), record.lateness, record.lateReason, record.longDay,
                    record.signedBy != null, Occasions.of(record, community, people));
        }).toList();
    }

    /** @throws Problem {@code record/unknown}, for what is no id at all too */
    static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(RecordProblem.UNKNOWN));
    }

    private static String blankToNull(String text) {
        return Report.isGiven(text) ? Names.tidy(text) : null;
    }
}
