package org.shuangbaodao.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.ActivityPlan.SlotPlan;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.RequestKeys;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** Where activities are published, changed and cancelled: one day of them, or that day and all later ones. */
@ApplicationScoped
public class ActivityDesk {

    /** So long slips can still be mended; afterwards it is a matter of the records. */
    private static final Duration MENDABLE = Duration.ofDays(1);
    static final int LONGEST_REASON = 300;

    private final EntityManager database;
    private final ActivityKeeping keeping;
    private final Organizations organizations;
    private final Members members;
    private final Posts posts;
    private final RequestKeys requestKeys;
    private final AuditTrail audit;
    private final BusinessTime time;
    private final Event<ActivityChanged> changed;
    private final Event<ActivityCalledOff> calledOff;

    ActivityDesk(EntityManager database, ActivityKeeping keeping, Organizations organizations, Members members, Posts posts,
            RequestKeys requestKeys, AuditTrail audit, BusinessTime time, Event<ActivityChanged> changed,
            Event<ActivityCalledOff> calledOff) {
        this.database = database;
        this.keeping = keeping;
        this.organizations = organizations;
        this.members = members;
        this.posts = posts;
        this.requestKeys = requestKeys;
        this.audit = audit;
        this.time = time;
        this.changed = changed;
        this.calledOff = calledOff;
    }

    /** @param ids in the order of the days */
    public record Published(List<String> ids) {
    }

    /** Which days of a recurring activity are meant. */
    public enum Scope {
        THIS,
        THIS_AND_LATER
    }

    /** Publishes once per key. */
    @Transactional
    @Retried
    public Published publish(String requestKey, ActivityPlan plan, long actorId) {
        return requestKeys.once(actorId, requestKey, plan, Published.class, () -> new Published(create(plan, actorId)));
    }

    private List<String> create(ActivityPlan plan, long actorId) {
        Organization organizer = organizations.find(Names.tidy(plan.organizerCode()))
                .orElseThrow(() -> new Problem(ActivityProblem.NOT_ORGANIZER));
        keeping.require(actorId, organizer);
        requireSound(plan);
        LocalDate first = plan.slots().get(0).startsAt().toLocalDate();
        Organization community = community(organizer, plan.communityCode(), first);
        List<LocalDate> days = SeriesDates.of(first, plan.repeat() == null ? Repeat.NEVER : plan.repeat(), plan.days());
        Long seriesId = days.size() == 1 ? null : Ids.next();
        List<String> ids = new ArrayList<>();
        for (LocalDate day : days) {
            Activity activity = new Activity(organizer.id, community.id, seriesId, actorId, time.now());
            write(activity, plan, actorId, day);
            List<ActivitySlot> slots = slots(activity.id, plan, ChronoUnit.DAYS.between(first, day));
            activity.spanning(slots, slots.stream().anyMatch(slot -> slot.startsAt.isBefore(time.localNow())));
            requireReason(activity, plan);
            activity.persist();
            slots.forEach(slot -> slot.persist());
            audit.done(actorId, Audited.of("activity-publish", "activity", activity.id).detail("late=" + activity.late));
            ids.add(Ids.text(activity.id));
        }
        return ids;
    }

    private void requireSound(ActivityPlan plan) {
        List<FieldProblem> problems = PlanCheck.of(plan, time.today());
        if (!problems.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", problems);
        }
    }

    private Organization community(Organization organizer, String code, LocalDate day) {
        if (organizer.kind == OrganizationKind.COMMUNITY) {
            return organizer;
        }
        String tidy = Names.tidy(code);
        if (tidy.isEmpty()) {
            throw invalid("communityCode", "required");
        }
        return organizations.find(tidy).filter(found -> found.kind == OrganizationKind.COMMUNITY && found.existsOn(day))
                .orElseThrow(() -> new Problem(ActivityProblem.COMMUNITY_UNFIT, tidy));
    }

    private void write(Activity activity, ActivityPlan plan, long actorId, LocalDate day) {
        String lead = Names.tidy(plan.leadNumber());
        activity.leadId = lead.isEmpty() ? Long.valueOf(activity.leadId == null ? actorId : activity.leadId)
                : members.byNumber(lead).id;
        activity.postId = Names.tidy(plan.postId()).isEmpty() ? null : post(activity.communityId, plan.postId(), day);
        activity.name = Names.tidy(plan.name());
        activity.content = asWritten(plan.content());
        activity.place = Names.tidy(plan.place());
        activity.conditions = asWritten(plan.conditions());
        activity.riskNote = asWritten(plan.riskNote());
        activity.skills = Names.tidy(plan.skills());
        activity.voluntary = plan.isVoluntary();
        activity.workingTime = plan.isInWorkingTime();
    }

    // Whole sentences keep their lines and their full-width punctuation.
    private static String asWritten(String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }

    // Asked once, of whoever sets it down; the records that come of it take it over.
    private static void requireReason(Activity activity, ActivityPlan plan) {
        String given = asWritten(plan.lateReason());
        if (!activity.late) {
            return;
        }
        if (given.isEmpty() && activity.lateReason == null) {
            throw invalid("lateReason", "required");
        }
        activity.lateReason = given.isEmpty() ? activity.lateReason : given;
    }

    private Long post(long communityId, String id, LocalDate day) {
        return Ids.parse(id).flatMap(posts::find).filter(post -> post.communityId() == communityId && post.isOpenOn(day))
                .orElseThrow(() -> new Problem(ActivityProblem.UNKNOWN_POST)).id();
    }

    private static List<ActivitySlot> slots(long activityId, ActivityPlan plan, long daysLater) {
        return plan.slots().stream().map(slot -> new ActivitySlot(activityId, slot.startsAt().plusDays(daysLater),
                slot.endsAt().plusDays(daysLater), slot.capacity())).toList();
    }

    /**
     * Changes an activity. With all later ones those keep their days and take over the rest; slots are added to this one only.
     *
     * @param version as the editor saw it, or null to take it as it is
     */
    @Transactional
    @Retried
    public void change(long activityId, Integer version, Scope scope, ActivityPlan plan, long actorId) {
        Activity activity = locked(activityId, version, actorId);
        requireSound(new ActivityPlan(plan.organizerCode(), plan.communityCode(), plan.leadNumber(), plan.name(),
                plan.content(), plan.place(), plan.conditions(), plan.riskNote(), plan.skills(), plan.voluntary(),
                plan.workingTime(), plan.service(), plan.postId(), plan.lateReason(), plan.slots(), Repeat.NEVER,
                null));
        for (Activity each : affected(activity, scope)) {
            List<ActivitySlot> slots = Activity.slotsOf(each.id);
            ActivityFacts before = ActivityFacts.of(each, slots);
            write(each, plan, actorId, each.startsAt.toLocalDate());
            List<ActivitySlot> moved = each == activity ? moved(slots, plan) : followed(slots, plan);
            moved.forEach(slot -> slot.persist());
            each.spanning(moved, hasMovedBack(before, moved));
            requireReason(each, plan);
            each.changed(time.now());
            audit.done(actorId, Audited.of("activity-change", "activity", each.id).detail("late=" + each.late));
            database.flush();
            changed.fire(new ActivityChanged(before, ActivityFacts.of(each, moved), actorId));
        }
    }

    private static List<ActivitySlot> moved(List<ActivitySlot> slots, ActivityPlan plan) {
        if (plan.slots().size() < slots.size()) {
            throw new Problem(ActivityProblem.SLOT_STAYS);
        }
        List<ActivitySlot> moved = new ArrayList<>();
        for (int i = 0; i < plan.slots().size(); i++) {
            SlotPlan wanted = plan.slots().get(i);
            ActivitySlot slot = i < slots.size() ? slots.get(i)
                    : new ActivitySlot(slots.get(0).activityId, wanted.startsAt(), wanted.endsAt(), wanted.capacity());
            slot.startsAt = wanted.startsAt();
            slot.endsAt = wanted.endsAt();
            slot.capacity = wanted.capacity();
            moved.add(slot);
        }
        return moved;
    }

    private static List<ActivitySlot> followed(List<ActivitySlot> slots, ActivityPlan plan) {
        for (int i = 0; i < Math.min(slots.size(), plan.slots().size()); i++) {
            SlotPlan wanted = plan.slots().get(i);
            ActivitySlot slot = slots.get(i);
            slot.startsAt = slot.startsAt.toLocalDate().atTime(wanted.startsAt().toLocalTime());
            slot.endsAt = slot.startsAt.plus(Duration.between(wanted.startsAt(), wanted.endsAt()));
            slot.capacity = wanted.capacity();
        }
        return slots;
    }

    private boolean hasMovedBack(ActivityFacts before, List<ActivitySlot> slots) {
        LocalDateTime now = time.localNow();
        return slots.stream().anyMatch(slot -> slot.startsAt.isBefore(now)
                && before.slot(slot.id).map(old -> !old.startsAt().equals(slot.startsAt)).orElse(true));
    }

    /** @param reason told to all who signed up */
    @Transactional
    @Retried
    public void cancel(long activityId, Integer version, Scope scope, String reason, long actorId) {
        Activity activity = locked(activityId, version, actorId);
        String tidy = asWritten(reason);
        if (tidy.isEmpty() || tidy.length() > LONGEST_REASON) {
            throw invalid("reason", tidy.isEmpty() ? "required" : "too-long");
        }
        for (Activity each : affected(activity, scope)) {
            each.state = ActivityState.CANCELLED;
            each.cancelReason = tidy;
            each.changed(time.now());
            audit.done(actorId, Audited.of("activity-cancel", "activity", each.id));
            database.flush();
            calledOff.fire(new ActivityCalledOff(ActivityFacts.of(each, Activity.slotsOf(each.id)), tidy, actorId));
        }
    }

    // Later days that were cancelled before, by themselves, stay as they are. Always in the order of their ids.
    private List<Activity> affected(Activity activity, Scope scope) {
        if (scope != Scope.THIS_AND_LATER || activity.seriesId == null) {
            return List.of(activity);
        }
        return Activity.<Activity> find("seriesId = ?1 and startsAt >= ?2 and state = ?3 order by id", activity.seriesId,
                activity.startsAt, ActivityState.PUBLISHED).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private Activity locked(long activityId, Integer version, long actorId) {
        Activity activity = database.find(Activity.class, activityId, LockModeType.PESSIMISTIC_WRITE);
        if (activity == null) {
            throw new Problem(ActivityProblem.UNKNOWN);
        }
        keeping.require(actorId, organizations.byId(activity.organizerId));
        if (version != null && activity.version != version) {
            throw new Problem(ActivityProblem.CHANGED);
        }
        if (activity.state == ActivityState.CANCELLED) {
            throw new Problem(ActivityProblem.CANCELLED);
        }
        Instant mendable = time.now().minus(MENDABLE);
        if (activity.endsAt.isBefore(LocalDateTime.ofInstant(mendable, BusinessTime.ZONE))
                && activity.createdAt.isBefore(mendable)) {
            throw new Problem(ActivityProblem.OVER);
        }
        return activity;
    }

    private static Problem invalid(String field, String reason) {
        return new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem(field, reason)));
    }
}
