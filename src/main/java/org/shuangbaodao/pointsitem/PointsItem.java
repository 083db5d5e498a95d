package org.shuangbaodao.pointsitem;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One thing that earns or costs points, or a fact that counts without points. */
@Entity
class PointsItem extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    public Long branchId;
    public String item;
    public LocalDate day;
    public LocalDate untilDay;
    public int times;
    public String level;
    public String matter;
    public String documentNumber;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ItemState state;
    public Long proposedBy;
    public Instant proposedAt;
    public LocalDate heardUntil;
    public String answer;
    public Instant answeredAt;
    public Long decidedBy;
    public Instant decidedAt;
    public Long reversedBy;
    public Instant reversedAt;
    public String reason;
    public String onceKey;
    @Version
    public int version;

    protected PointsItem() {
    }

    PointsItem(long memberId, long branchId, String item, LocalDate day, Long proposedBy, Instant proposedAt) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.branchId = branchId;
        this.item = item;
        this.day = day;
        this.times = 1;
        this.documentNumber = "";
        this.state = ItemState.PROPOSED;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /** Whether the member has been heard, or need not be. */
    ItemPolicy.Hearing hearing(LocalDate today) {
        if (heardUntil == null) {
            return ItemPolicy.Hearing.NOT_NEEDED;
        }
        return answeredAt != null || today.isAfter(heardUntil) ? ItemPolicy.Hearing.DONE : ItemPolicy.Hearing.RUNNING;
    }
}
