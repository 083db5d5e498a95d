package org.shuangbaodao.servicerecord;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.activity.Posts;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/**
 * What a record takes over from the activity it belongs to: name, place, content, organizer and lead (67号 art. 7) as they stand
 * when it is handed in. Later changes of the activity do not reach it.
 */
@ApplicationScoped
class Occasions {

    /** Somebody prepares, or stays to tidy up; what goes beyond is service of its own. */
    static final int LEEWAY_MINUTES = 60;

    private final Activities activities;
    private final ActivityKeeping keeping;
    private final Posts posts;
    private final Organizations organizations;

    Occasions(Activities activities, ActivityKeeping keeping, Posts posts, Organizations organizations) {
        this.activities = activities;
        this.keeping = keeping;
        this.posts = posts;
        this.organizations = organizations;
    }

    /** Needs the record's times. */
    void fill(ServiceRecord record, Report report) {
        ActivityFacts activity = Ids.parse(report.activityId()).flatMap(activities::find)
                .orElseThrow(() -> new Problem(RecordProblem.ACTIVITY_UNKNOWN));
        if (activity.isCancelled()) {
            throw new Problem(RecordProblem.ACTIVITY_CANCELLED, activity.name());
        }
        Slot slot = slot(activity, report.slotId(), record.startedAt, record.endedAt)
                .orElseThrow(() -> new Problem(RecordProblem.OUTSIDE_SLOT, LEEWAY_MINUTES));
        record.activityId = activity.id();
        record.slotId = slot.id();
        record.activityName = activity.name();
        record.organizerId = activity.organizerId();
        record.organizerName = organizations.byId(activity.organizerId()).name;
        record.leadId = activity.leadId();
        record.communityId = activity.communityId();
        record.gridId = null;
        record.place = activity.place();
        record.issuer = null;
        record.proofNumber = null;
        record.postId = activity.postId() != null
                && posts.find(activity.postId()).filter(post -> post.isOpenOn(slot.day())).isPresent() ? activity.postId()
                        : null;
        record.summary = Report.isGiven(report.summary()) ? Names.tidy(report.summary()) : activity.content();
        // Nobody makes more of it than the organizer published: a duty stays a duty, working time stays working time.
        record.workingTime = activity.workingTime() || Boolean.TRUE.equals(report.workingTime());
        boolean voluntary = activity.voluntary() && !record.workingTime && report.eligibility() != Eligibility.DUTY;
        record.eligibility = voluntary ? Eligibility.VOLUNTEER : Eligibility.DUTY;
        if (activity.late()) {
            // What was set down after the fact brings late entries; why is asked once, of the organizer.
            record.lateness = record.lateness == Lateness.IN_TIME ? Lateness.LATE : record.lateness;
            record.lateReason = record.lateReason == null ? activity.lateReason() : record.lateReason;
        }
    }

    /** Personal service (个人服务). */
    void clear(ServiceRecord record) {
        record.activityId = null;
        record.slotId = null;
        record.activityName = null;
        record.organizerId = null;
        record.organizerName = null;
        record.leadId = null;
    }

    private static Optional<Slot> slot(ActivityFacts activity, String slotId, LocalDateTime from, LocalDateTime to) {
        return activity.slots().stream().filter(slot -> !Report.isGiven(slotId) || Ids.text(slot.id()).equals(slotId))
                .filter(slot -> slot.overlaps(from, to) && !from.isBefore(slot.startsAt().minusMinutes(LEEWAY_MINUTES))
                        && !to.isAfter(slot.endsAt().plusMinutes(LEEWAY_MINUTES)))
                .findFirst();
    }

    /** Whether he runs this activity, and so may hand in who was there. */
    boolean isRunBy(String activityId, long actorId) {
        return Ids.parse(activityId).flatMap(activities::find).filter(each -> keeping.mayRun(actorId, each)).isPresent();
    }

    /**
     * As the API shows it.
     *
     * @param community null for service outside the area
     * @param people by id, whoever confirmed and the lead among them
     */
    static RecordAnswer.Occasion of(ServiceRecord record, Organization community, Map<Long, Member> people) {
        Long lead = record.activityId == null ? record.confirmedBy : record.leadId;
        String committee = community == null ? record.issuer : community.name;
        return new RecordAnswer.Occasion(record.activityId == null ? null : Ids.text(record.activityId),
                record.slotId == null ? null : Ids.text(record.slotId), record.activityName,
                record.activityId == null ? committee : record.organizerName,
                lead == null || !people.containsKey(lead) ? null : people.get(lead).name);
    }
}
