package org.shuangbaodao.activity;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** From when to when people serve, and how many of them. Whoever signs up or withdraws locks this row. */
@Entity
class ActivitySlot extends PanacheEntityBase {

    @Id
    public Long id;
    public Long activityId;
    public LocalDateTime startsAt;
    public LocalDateTime endsAt;
    public Integer capacity;

    protected ActivitySlot() {
    }

    ActivitySlot(long activityId, LocalDateTime startsAt, LocalDateTime endsAt, Integer capacity) {
        this.id = Ids.next();
        this.activityId = activityId;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.capacity = capacity;
    }
}
