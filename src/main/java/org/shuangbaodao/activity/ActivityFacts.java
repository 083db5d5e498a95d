package org.shuangbaodao.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An activity as others know it.
 *
 * @param seriesId shared by the days of a recurring one, null otherwise
 * @param late published, or moved, after it had begun (补录)
 * @param lateReason why that was, null where it was not
 * @param startsAt of the first slot, Asia/Shanghai
 * @param edition raised with each change
 * @param slots in the order of their beginning
 */
public record ActivityFacts(long id, Long seriesId, long organizerId, long communityId, Long postId, long leadId, String name,
        String content, String place, String conditions, String riskNote, String skills, boolean voluntary,
        boolean workingTime, ActivityState state, boolean late, String lateReason, LocalDateTime startsAt, LocalDateTime endsAt,
        String cancelReason, int edition, Instant changedAt, int version, List<Slot> slots) {

    /** @param capacity null where as many may come as like to */
    public record Slot(long id, long activityId, LocalDateTime startsAt, LocalDateTime endsAt, Integer capacity) {

        static Slot of(ActivitySlot slot) {
            return new Slot(slot.id, slot.activityId, slot.startsAt, slot.endsAt, slot.capacity);
        }

        public LocalDate day() {
            return startsAt.toLocalDate();
        }

        public boolean overlaps(LocalDateTime from, LocalDateTime to) {
            return startsAt.isBefore(to) && endsAt.isAfter(from);
        }
    }

    static ActivityFacts of(Activity activity, List<ActivitySlot> slots) {
        return new ActivityFacts(activity.id, activity.seriesId, activity.organizerId, activity.communityId, activity.postId,
                activity.leadId, activity.name, activity.content, activity.place, activity.conditions, activity.riskNote,
                activity.skills, activity.voluntary, activity.workingTime, activity.state, activity.late, activity.lateReason,
                activity.startsAt,
                activity.endsAt, activity.cancelReason, activity.edition, activity.changedAt, activity.version,
                slots.stream().map(Slot::of).toList());
    }

    public boolean isCancelled() {
        return state == ActivityState.CANCELLED;
    }

    public Optional<Slot> slot(long slotId) {
        return slots.stream().filter(slot -> slot.id() == slotId).findFirst();
    }
}
