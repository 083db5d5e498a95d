package org.shuangbaodao.activity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.panache.common.Page;

/** Looks activities up. Publishing and changing them is {@link ActivityDesk}. */
@ApplicationScoped
public class Activities {

    /** A calendar holds this much: half a year of two slots a day. */
    private static final int MOST_IN_A_CALENDAR = 400;

    private final EntityManager database;

    Activities(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public Optional<ActivityFacts> find(long id) {
        return Activity.<Activity> findByIdOptional(id).map(activity -> ActivityFacts.of(activity, Activity.slotsOf(id)));
    }

    /** @throws Problem {@code activity/unknown} */
    @Transactional
    public ActivityFacts byId(long id) {
        return find(id).orElseThrow(() -> new Problem(ActivityProblem.UNKNOWN));
    }

    /** @throws Problem {@code activity/unknown}, for what is no id at all too */
    @Transactional
    public ActivityFacts byText(String id) {
        return byId(Ids.parse(id).orElseThrow(() -> new Problem(ActivityProblem.UNKNOWN)));
    }

    @Transactional
    public Map<Long, ActivityFacts> byIds(Collection<Long> ids) {
        Map<Long, ActivityFacts> found = new HashMap<>();
        if (!ids.isEmpty()) {
            withSlots(Activity.list("id in ?1", ids)).forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /**
     * What is going on, and what comes, the next first; what was cancelled stays in its place.
     *
     * @param communityIds null for all communities
     * @param from the first day of interest
     */
    @Transactional
    public PageOf<ActivityFacts> from(LocalDate from, Collection<Long> communityIds, int page, int size) {
        LocalDateTime midnight = from.atStartOfDay();
        var found = communityIds == null
                ? Activity.<Activity> find("endsAt > ?1 order by startsAt, id", midnight)
                : Activity.<Activity> find("endsAt > ?1 and communityId in ?2 order by startsAt, id", midnight, communityIds);
        if (communityIds != null && communityIds.isEmpty()) {
            return new PageOf<>(List.of(), 1, size, 0);
        }
        return new PageOf<>(withSlots(found.page(Page.of(page - 1, size)).list()), page, size, found.count());
    }

    /** The same, with only the next day of each recurring one: its page leads to the later days. */
    @Transactional
    public PageOf<ActivityFacts> next(LocalDate from, Collection<Long> communityIds, int page, int size) {
        Collection<Long> communities = communityIds == null || communityIds.isEmpty() ? List.of(-1L) : communityIds;
        if (communityIds != null && communityIds.isEmpty()) {
            return new PageOf<>(List.of(), 1, size, 0);
        }
        var found = Activity.<Activity> find("from Activity a where a.endsAt > ?1 and (?2 = true or a.communityId in ?3)"
                + " and (a.seriesId is null or a.state = ?4 and not exists (select 1 from Activity before"
                + " where before.seriesId = a.seriesId and before.endsAt > ?1 and before.startsAt < a.startsAt"
                + " and before.state = ?4)) order by a.startsAt, a.id", from.atStartOfDay(), communityIds == null, communities,
                ActivityState.PUBLISHED);
        return new PageOf<>(withSlots(found.page(Page.of(page - 1, size)).list()), page, size, found.count());
    }

    /** For a calendar: one community's, or everything, from that day on. */
    @Transactional
    public List<ActivityFacts> calendar(LocalDate from, Long communityId) {
        LocalDateTime midnight = from.atStartOfDay();
        var found = communityId == null ? Activity.<Activity> find("endsAt > ?1 order by startsAt, id", midnight)
                : Activity.<Activity> find("endsAt > ?1 and communityId = ?2 order by startsAt, id", midnight, communityId);
        return withSlots(found.page(Page.of(0, MOST_IN_A_CALENDAR)).list());
    }

    /** The days of a recurring activity from this one on, itself among them. */
    @Transactional
    public List<ActivityFacts> laterInSeries(ActivityFacts activity) {
        return activity.seriesId() == null ? List.of(activity)
                : withSlots(Activity.list("seriesId = ?1 and startsAt >= ?2 order by startsAt, id", activity.seriesId(),
                        activity.startsAt()));
    }

    /** Those one organization published, or one person leads, that ended on that day or later. */
    @Transactional
    public List<ActivityFacts> runBy(long leadId, Collection<Long> organizerIds, LocalDate endedFrom) {
        Collection<Long> organizers = organizerIds.isEmpty() ? List.of(-1L) : organizerIds;
        return withSlots(Activity.<Activity> find("(leadId = ?1 or organizerId in ?2) and endsAt > ?3 order by startsAt, id",
                leadId, organizers, endedFrom.atStartOfDay()).page(Page.of(0, PageOf.LARGEST_SIZE)).list());
    }

    /**
     * Makes everything about the places of one slot happen one after the other. Needs a running transaction that has read
     * nothing of the activity before, or has changed it itself: what is read afterwards is then as it stands.
     *
     * @throws Problem {@code activity/unknown}
     */
    @Transactional(TxType.MANDATORY)
    public Slot lockSlot(long slotId) {
        ActivitySlot slot = database.find(ActivitySlot.class, slotId, LockModeType.PESSIMISTIC_WRITE);
        if (slot == null) {
            throw new Problem(ActivityProblem.UNKNOWN);
        }
        return Slot.of(slot);
    }

    private static List<ActivityFacts> withSlots(List<Activity> activities) {
        Map<Long, List<ActivitySlot>> slots = Activity.slotsOf(activities.stream().map(each -> each.id).toList()).stream()
                .collect(Collectors.groupingBy(slot -> slot.activityId));
        return activities.stream().map(each -> ActivityFacts.of(each, slots.getOrDefault(each.id, List.of()))).toList();
    }
}
