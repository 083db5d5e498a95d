package org.shuangbaodao.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A record that was drawn: a question, and the one answer to it. */
@Entity
@Table(name = "spot_check_record")
class DrawnRecord extends PanacheEntityBase {

    /** What whoever was served says. */
    enum Result {
        HAPPENED,
        PARTLY,
        DID_NOT_HAPPEN,
        /** Nobody could be found to ask. */
        NOT_FOUND
    }

    /** How he was asked. */
    enum How {
        VISIT,
        PHONE,
        WRITING
    }

    @Id
    public Long id;
    public Long spotCheckId;
    public Long recordId;
    public int place;
    public Long memberId;
    public Instant askedAt;
    public Long askedBy;
    public Instant affirmedAt;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Result result;
    public String whom;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public How how;
    public LocalDate askedOn;
    public String note;
    public Long answeredBy;
    public Instant answeredAt;

    protected DrawnRecord() {
    }

    DrawnRecord(long spotCheckId, long recordId, int place, long memberId) {
        this.id = Ids.next();
        this.spotCheckId = spotCheckId;
        this.recordId = recordId;
        this.place = place;
        this.memberId = memberId;
    }

    static List<DrawnRecord> of(long spotCheckId) {
        return list("spotCheckId = ?1 order by place", spotCheckId);
    }
}
