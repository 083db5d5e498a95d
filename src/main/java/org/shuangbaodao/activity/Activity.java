package org.shuangbaodao.activity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One occurrence of an activity: a day on which people serve, with its slots. A recurring one has a row for each day. */
@Entity
class Activity extends PanacheEntityBase {

    @Id
    public Long id;
    public Long seriesId;
    public Long organizerId;
    public Long communityId;
    public Long postId;
    public Long leadId;
    public String name;
    public String content;
    public String place;
    public String conditions;
    public String riskNote;
    public String skills;
    public boolean voluntary;
    public boolean workingTime;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ActivityState state;
    public boolean late;
    public String lateReason;
    public LocalDateTime startsAt;
    public LocalDateTime endsAt;
    public String cancelReason;
    public int edition;
    public Long createdBy;
    public Instant createdAt;
    public Instant changedAt;
    @Version
    public int version;

    protected Activity() {
    }

    Activity(long organizerId, long communityId, Long seriesId, long createdBy, Instant createdAt) {
        this.id = Ids.next();
        this.organizerId = organizerId;
        this.communityId = communityId;
        this.seriesId = seriesId;
        this.state = ActivityState.PUBLISHED;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.changedAt = createdAt;
    }

    /** Takes over when it begins and ends, and notes whether one of the slots was put where it had begun already. */
    void spanning(List<ActivitySlot> slots, boolean alreadyBegun) {
        startsAt = slots.stream().map(slot -> slot.startsAt).min(LocalDateTime::compareTo).orElseThrow();
        endsAt = slots.stream().map(slot -> slot.endsAt).max(LocalDateTime::compareTo).orElseThrow();
        late = late || alreadyBegun;
    }

    void changed(Instant now) {
        edition++;
        changedAt = now;
    }

    static List<ActivitySlot> slotsOf(long activityId) {
        return ActivitySlot.list("activityId = ?1 order by startsAt, id", activityId);
    }

    static List<ActivitySlot> slotsOf(Collection<Long> activityIds) {
        return activityIds.isEmpty() ? List.of()
                : ActivitySlot.list("activityId in ?1 order by startsAt, id", activityIds);
    }
}
