package org.shuangbaodao.award;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.member.Offices.StandIn;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.Eligibility;
import org.shuangbaodao.servicerecord.Lateness;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** The queue as page and API show it: in as many statements for two hundred rows as for one. */
@ApplicationScoped
class QueueViews {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    /** Longer than anybody looks through; whoever reaches more looks for a name. */
    private static final int CHOICES = 300;

    private final ReviewQueue queue;
    private final Members members;
    private final Offices offices;
    private final Organizations organizations;
    private final WorkingDays workingDays;
    private final Rulebooks rulebooks;
    private final BusinessTime time;

    QueueViews(ReviewQueue queue, Members members, Offices offices, Organizations organizations, WorkingDays workingDays,
            Rulebooks rulebooks, BusinessTime time) {
        this.queue = queue;
        this.members = members;
        this.offices = offices;
        this.organizations = organizations;
        this.workingDays = workingDays;
        this.rulebooks = rulebooks;
        this.time = time;
    }

    /**
     * What stands on one page.
     *
     * @param waiting all that wait for this step, whatever the filter
     * @param held records that cannot go on because the member says he did not take part
     * @param forOthers records within reach that somebody else must decide on
     */
    record Listing(PageOf<RowView> rows, int waiting, int held, int forOthers, Choices choices) {
    }

    /** @param activityName null for personal service */
    record RowView(String item, String id, String member, String number, String branch, String community, String day,
            String clock, String hours, int minutes, String points, String activityName, String summary, String place,
            int waited,
            boolean volunteer, boolean workingTime, boolean overlapping, boolean queried, boolean longDay, boolean late,
            boolean signed, boolean held, String lateReason, String enteredBy) {

        /** What it is called: the activity, or what the member wrote. */
        public String title() {
            return activityName == null ? summary : activityName;
        }

        public boolean isOnlyTitled() {
            return activityName == null || activityName.equals(summary);
        }
    }

    /** What the filter can be chosen from: only what waits. */
    record Choices(List<Choice> activities, boolean personal, List<Choice> units, List<Choice> branches,
            List<Choice> communities) {
    }

    record Choice(String key, String name) {
    }

    /** @param other who is stood in for, or who stands in */
    record StandInView(Office office, String organization, String other, LocalDate from, LocalDate to) {
    }

    Listing of(long actorId, Step step, QueueFilter filter, int page, int size) {
        ReviewQueue.Waiting shown = queue.of(actorId, step, filter, page, size);
        List<ServiceRecord> rows = shown.page().items();
        Map<Long, Member> people = members
                .byIds(rows.stream().flatMap(each -> Stream.of(each.memberId, each.enteredBy)).distinct().toList());
        Map<Long, Organization> places = organizations.byIds(Stream.concat(shown.waiting().stream(), rows.stream())
                .flatMap(each -> Stream.of(each.branchId, each.communityId)).filter(Objects::nonNull).distinct().toList());
        boolean award = step == Step.AWARD;
        return new Listing(new PageOf<>(rows.stream().map(each -> row(each, award, people, places)).toList(),
                shown.page().page(), shown.page().size(), shown.page().total()), shown.waiting().size(), shown.held(),
                shown.forOthers(), choices(shown.waiting(), places));
    }

    /** For whom the reader stands in today. */
    List<StandInView> standingIn(long readerId) {
        return views(offices.standingIn(readerId), true);
    }

    /** Who stands in for the reader, today or later. */
    List<StandInView> standingInFor(long readerId) {
        return views(offices.standingInFor(readerId), false);
    }

    private List<StandInView> views(List<StandIn> standIns, boolean ofPrincipals) {
        Map<Long, Member> people = members
                .byIds(standIns.stream().flatMap(each -> Stream.of(each.principalId(), each.memberId())).distinct().toList());
        Map<Long, Organization> places = organizations
                .byIds(standIns.stream().map(StandIn::organizationId).distinct().toList());
        return standIns.stream().map(each -> new StandInView(each.office(), places.get(each.organizationId()).name,
                people.get(ofPrincipals ? each.principalId() : each.memberId()).name, each.from(), each.to())).toList();
    }

    private Choices choices(List<ServiceRecord> waiting, Map<Long, Organization> places) {
        Map<Long, String> activities = new LinkedHashMap<>();
        waiting.stream().filter(each -> each.activityId != null)
                .forEach(each -> activities.putIfAbsent(each.activityId, each.activityName));
        List<Organization> branches = places(waiting.stream().map(each -> each.branchId), places);
        List<Organization> communities = places(waiting.stream().map(each -> each.communityId), places);
        List<Organization> units = organizations
                .byIds(new TreeSet<>(branches.stream().flatMap(each -> each.superiors().stream()).toList())).values().stream()
                .filter(each -> each.unit).toList();
        return new Choices(activities.entrySet().stream().map(each -> new Choice(Ids.text(each.getKey()), each.getValue()))
                .limit(CHOICES).toList(), waiting.stream().anyMatch(each -> each.activityId == null), choices(units),
                choices(branches), choices(communities));
    }

    private static List<Organization> places(Stream<Long> ids, Map<Long, Organization> places) {
        return ids.filter(Objects::nonNull).distinct().map(places::get).toList();
    }

    private static List<Choice> choices(List<Organization> found) {
        return found.stream().sorted(Comparator.<Organization, String> comparing(each -> each.sortKey)
                .thenComparing(each -> each.code)).map(each -> new Choice(each.code, each.name)).limit(CHOICES).toList();
    }

    private RowView row(ServiceRecord record, boolean award, Map<Long, Member> people, Map<Long, Organization> places) {
        long points = record.workingTime ? 0 : rulebooks.on(record.servedOn()).serviceHours().pointsFor(record.minutes);
        int waited = workingDays.between(BusinessTime.dateOf(record.waitingSince), time.today());
        boolean nextDay = !record.endedAt.toLocalDate().equals(record.servedOn());
        Member member = people.get(record.memberId);
        return new RowView(Ids.text(record.id) + ":" + record.version, Ids.text(record.id), member.name, member.number,
                places.get(record.branchId).name,
                record.communityId == null ? record.issuer + " " + record.proofNumber : places.get(record.communityId).name,
                record.servedOn().toString(), record.startedAt.format(CLOCK) + "–" + (nextDay ? "+1 " : "")
                        + record.endedAt.format(CLOCK),
                Amounts.hours(record.minutes), record.minutes, award ? Amounts.points(points) : null, record.activityName,
                record.summary, record.place, waited, record.eligibility == Eligibility.VOLUNTEER, record.workingTime,
                record.overlapping, record.state == RecordState.QUERIED, record.longDay,
                record.lateness != Lateness.IN_TIME, record.signedBy != null && !award, record.isHeld(), record.lateReason,
                record.isEnteredBySomebodyElse() ? people.get(record.enteredBy).name : null);
    }
}
