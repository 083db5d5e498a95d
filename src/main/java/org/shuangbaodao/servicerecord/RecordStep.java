package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A step as it was taken; never changed. */
@Entity
@Immutable
@Table(name = "service_record_step")
public class RecordStep extends PanacheEntityBase {

    @Id
    public Long id;
    public Long recordId;
    public int revision;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Verb verb;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public RecordState fromState;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public RecordState toState;
    public Long actorId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Capacity capacity;
    /** The office-holder on leave for whom it was decided, or null. */
    public Long onBehalfOf;
    public int minutes;
    public String reason;
    public Instant at;

    protected RecordStep() {
    }

    public RecordStep(ServiceRecord record, Verb verb, RecordState fromState, long actorId, Capacity capacity, Instant at) {
        this.id = Ids.next();
        this.recordId = record.id;
        this.revision = record.revision;
        this.verb = verb;
        this.fromState = fromState;
        this.toState = record.state;
        this.actorId = actorId;
        this.capacity = capacity;
        this.minutes = record.minutes;
        this.reason = record.reason;
        this.at = at;
    }

    /** The last one of each record that has any. */
    static Map<Long, RecordStep> lastOf(Collection<Long> recordIds) {
        Map<Long, RecordStep> last = new HashMap<>();
        RecordStep.<RecordStep> list("recordId in ?1 order by id", recordIds).forEach(step -> last.put(step.recordId, step));
        return last;
    }

    public static List<RecordStep> of(long recordId) {
        return list("recordId = ?1 order by id", recordId);
    }
}
