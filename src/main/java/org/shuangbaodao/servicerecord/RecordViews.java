package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Records as pages show them. */
@ApplicationScoped
class RecordViews {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Members members;
    private final Organizations organizations;
    private final Standpoints standpoints;

    RecordViews(Members members, Organizations organizations, Standpoints standpoints) {
        this.members = members;
        this.organizations = organizations;
        this.standpoints = standpoints;
    }

    /** One line of a list. */
    record RowView(String id, String day, String from, String to, String hours, String summary, String place,
            RecordState state, String tone, boolean held, boolean bySomebodyElse, boolean late,
            String memberName) {
    }

    record StepView(Verb verb, Capacity capacity, String at, String by, String onBehalfOf, String reason) {
    }

    /** Everything about one record, and what the reader may do to it. */
    record RecordView(RowView row, int version, int minutes, String community, String outsideProof, String branch,
            Eligibility eligibility, boolean workingTime, boolean overlapping, String memberNumber, String enteredBy,
            String consentNote, String reason, List<StepView> steps, boolean mayCorrect, boolean mayWithdraw,
            boolean mayRepudiate, boolean mayReverse, boolean mayUndo, boolean mayRelease, Care care, boolean signed,
            String lateReason,
            String submittedAt, RecordAnswer.Occasion occasion, String place, RecordAnswer.Paper paper) {
    }

    @Transactional
    List<RowView> rows(List<ServiceRecord> records) {
        Map<Long, Organization> places = organizations
                .byIds(records.stream().map(each -> each.communityId).filter(Objects::nonNull).distinct().toList());
        Map<Long, Member> people = members.byIds(records.stream().map(each -> each.memberId).distinct().toList());
        return records.stream().map(each -> row(each, places.get(each.communityId), people.get(each.memberId))).toList();
    }

    private static RowView row(ServiceRecord record, Organization community, Member member) {
        boolean nextDay = !record.endedAt.toLocalDate().equals(record.servedOn());
        return new RowView(Ids.text(record.id), record.servedOn().toString(), record.startedAt.format(CLOCK),
                (nextDay ? "+1 " : "") + record.endedAt.format(CLOCK), Amounts.hours(record.minutes), record.summary,
                community == null ? record.issuer : community.name, record.state, record.state.tone(), record.isHeld(),
                record.isEnteredBySomebodyElse(), record.lateness != Lateness.IN_TIME, member.name);
    }

    @Transactional
    RecordView one(ServiceRecord record, long readerId) {
        List<RecordStep> steps = RecordStep.of(record.id);
        Map<Long, Member> people = members.byIds(Stream.concat(
                Stream.of(record.memberId, record.enteredBy, record.confirmedBy, record.leadId).filter(Objects::nonNull),
                steps.stream().flatMap(step -> Stream.of(step.actorId, step.onBehalfOf)).filter(Objects::nonNull)).distinct()
                .toList());
        Standpoint reader = standpoints.of(readerId).to(record, steps.isEmpty() ? null : steps.get(steps.size() - 1));
        Organization community = record.communityId == null ? null : organizations.byId(record.communityId);
        return new RecordView(rows(List.of(record)).get(0), record.version, record.minutes,
                community == null ? null : community.name,
                record.proofNumber, organizations.byId(record.branchId).name, record.eligibility, record.workingTime,
                record.overlapping, people.get(record.memberId).number,
                record.isEnteredBySomebodyElse() ? people.get(record.enteredBy).name : null, record.consentNote, record.reason,
                stepViews(steps, people), may(Verb.CORRECT, record, reader), may(Verb.WITHDRAW, record, reader),
                may(Verb.REPUDIATE, record, reader) && !record.isHeld(), may(Verb.REVERSE, record, reader),
                may(Verb.UNDO, record, reader), may(Verb.RELEASE, record, reader), record.care(), record.signedBy != null,
                record.lateReason,
                minute(record.submittedAt), Occasions.of(record, community, people), record.place,
                RecordAnswer.Paper.of(record));
    }

    private static List<StepView> stepViews(List<RecordStep> steps, Map<Long, Member> people) {
        List<StepView> views = new ArrayList<>();
        // Where a deadline acted there is nobody to name.
        steps.forEach(step -> views.add(new StepView(step.verb, step.capacity, minute(step.at),
                people.containsKey(step.actorId) ? people.get(step.actorId).name : "",
                step.onBehalfOf == null ? null : people.get(step.onBehalfOf).name, step.reason)));
        return views;
    }

    private static boolean may(Verb verb, ServiceRecord record, Standpoint reader) {
        return DecisionPolicy.judge(verb, record.situation(), reader) instanceof Verdict.Allowed;
    }

    static String minute(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }
}
