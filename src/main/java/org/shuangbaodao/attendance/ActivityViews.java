package org.shuangbaodao.attendance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.activity.Posts;
import org.shuangbaodao.attendance.SignUps.Places;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Activities as pages and API show them. Names of people only to those who are logged in, and of the lead alone. */
@ApplicationScoped
class ActivityViews {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Activities activities;
    private final ActivityKeeping keeping;
    private final Posts posts;
    private final SignUps signUps;
    private final Organizations organizations;
    private final Members members;
    private final BusinessTime time;

    ActivityViews(Activities activities, ActivityKeeping keeping, Posts posts, SignUps signUps, Organizations organizations,
            Members members, BusinessTime time) {
        this.activities = activities;
        this.keeping = keeping;
        this.posts = posts;
        this.signUps = signUps;
        this.organizations = organizations;
        this.members = members;
        this.time = time;
    }

    /**
     * From when to when, and how full.
     *
     * @param free places left, null where as many may come as like to
     * @param mine how the reader stands to it, null if not at all
     */
    record SlotView(String id, String day, String from, String to, Integer capacity, int taken, int waiting, Integer free,
            boolean full, boolean open, boolean over, SignUpState mine) {

        /** For templates: whether the reader has a place or waits for one. */
        public boolean signedUp() {
            return mine != null && mine.isLive();
        }
    }

    /** One line of a list. */
    record RowView(String id, String name, String community, String communityCode, String organizer, String place,
            boolean voluntary, boolean workingTime, boolean cancelled, boolean late, boolean recurring, List<SlotView> slots) {
    }

    /**
     * Everything about one activity.
     *
     * @param lead null for visitors
     * @param maySignUp whether the reader is on a branch's roster
     * @param mayRun whether the reader keeps or leads it
     * @param mayConfirm whether it takes place in a community of his
     * @param later days of the series that come after it
     */
    record ActivityView(RowView row, String content, String conditions, String riskNote, String skills, String post,
            String lead,
            String cancelReason, int version, boolean maySignUp, boolean mayKeep, boolean mayRun, boolean mayConfirm,
            boolean begun, List<DayView> later) {
    }

    record DayView(String id, String day, boolean cancelled) {
    }

    PageOf<RowView> next(LocalDate day, Collection<Long> communityIds, int page, int size) {
        PageOf<ActivityFacts> found = activities.next(day, communityIds, page, size);
        Map<Long, Organization> places = places(found.items());
        Map<Long, Places> taken = signUps.places(slotIds(found.items()));
        return new PageOf<>(found.items().stream().map(each -> row(each, places, taken, Map.of())).toList(), found.page(),
                found.size(), found.total());
    }

    /** @param readerId null for a visitor */
    ActivityView one(ActivityFacts activity, Long readerId) {
        List<ActivityFacts> one = List.of(activity);
        Map<Long, Organization> places = places(one);
        Map<Long, SignUpState> mine = readerId == null ? Map.of() : signUps.of(activity.id(), readerId);
        boolean mayKeep = readerId != null && keeping.mayKeep(readerId, activity);
        List<DayView> later = activities.laterInSeries(activity).stream().filter(each -> each.id() != activity.id())
                .map(each -> new DayView(Ids.text(each.id()), each.startsAt().toLocalDate().toString(), each.isCancelled()))
                .toList();
        return new ActivityView(row(activity, places, signUps.places(slotIds(one)), mine), activity.content(),
                activity.conditions(), activity.riskNote(), activity.skills(),
                activity.postId() == null ? null : posts.find(activity.postId()).map(Posts.Known::name).orElse(null),
                readerId == null ? null : members.byId(activity.leadId()).name, activity.cancelReason(), activity.version(),
                readerId != null && members.branchOn(readerId, time.today()).isPresent(), mayKeep,
                mayKeep || readerId != null && readerId == activity.leadId(),
                readerId != null && keeping.mayKeep(readerId, places.get(activity.communityId())),
                !time.localNow().isBefore(activity.startsAt()), later);
    }

    private static List<Long> slotIds(List<ActivityFacts> activities) {
        return activities.stream().flatMap(each -> each.slots().stream()).map(Slot::id).toList();
    }

    private Map<Long, Organization> places(List<ActivityFacts> activities) {
        return organizations.byIds(activities.stream().flatMap(each -> Stream.of(each.communityId(), each.organizerId()))
                .collect(Collectors.toSet()));
    }

    private RowView row(ActivityFacts activity, Map<Long, Organization> places, Map<Long, Places> taken,
            Map<Long, SignUpState> mine) {
        Organization community = places.get(activity.communityId());
        return new RowView(Ids.text(activity.id()), activity.name(), community.name, community.code,
                places.get(activity.organizerId()).name, activity.place(), activity.voluntary(), activity.workingTime(),
                activity.isCancelled(), activity.late(), activity.seriesId() != null, activity.slots().stream()
                        .map(slot -> slot(activity, slot, taken.get(slot.id()), mine.get(slot.id()))).toList());
    }

    private SlotView slot(ActivityFacts activity, Slot slot, Places places, SignUpState mine) {
        LocalDateTime now = time.localNow();
        Integer free = slot.capacity() == null ? null : Math.max(0, slot.capacity() - places.taken());
        return new SlotView(Ids.text(slot.id()), slot.day().toString(), slot.startsAt().format(CLOCK),
                (slot.endsAt().toLocalDate().equals(slot.day()) ? "" : "+1 ") + slot.endsAt().format(CLOCK), slot.capacity(),
                places.taken(), places.waiting(), free, free != null && (free == 0 || places.waiting() > 0),
                !activity.isCancelled() && now.isBefore(slot.startsAt()), !now.isBefore(slot.endsAt()), mine);
    }
}
