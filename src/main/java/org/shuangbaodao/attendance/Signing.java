package org.shuangbaodao.attendance;

import java.time.Instant;
import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody came, or went. A fact, never changed. */
@Entity
@Immutable
class Signing extends PanacheEntityBase {

    @Id
    public Long id;
    public Long activityId;
    public Long slotId;
    public Long memberId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Direction direction;
    public LocalDateTime at;
    public boolean claimed;
    public String device;
    public Instant recordedAt;

    protected Signing() {
    }

    Signing(Slot slot, long memberId, Direction direction, LocalDateTime at, boolean claimed, String device,
            Instant recordedAt) {
        this.id = Ids.next();
        this.activityId = slot.activityId();
        this.slotId = slot.id();
        this.memberId = memberId;
        this.direction = direction;
        this.at = at;
        this.claimed = claimed;
        this.device = device;
        this.recordedAt = recordedAt;
    }
}
