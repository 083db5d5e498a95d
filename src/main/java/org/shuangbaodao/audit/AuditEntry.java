package org.shuangbaodao.audit;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

/** One line of the trace; see {@link AuditTrail}. */
@Entity
@Immutable
class AuditEntry extends PanacheEntityBase {

    @Id
    public Long id;
    public Instant at;
    public Long actorId;
    public Long onBehalfOf;
    public String action;
    public String subjectType;
    public String subjectId;
    public String outcome;
    public String detail;

    protected AuditEntry() {
    }

    AuditEntry(Instant at, Long actorId, Audited what, String outcome) {
        this.id = Ids.next();
        this.at = at;
        this.actorId = actorId;
        this.onBehalfOf = what.onBehalfOf();
        this.action = what.action();
        this.subjectType = what.subjectType();
        this.subjectId = what.subjectId();
        this.outcome = outcome;
        this.detail = what.detail();
    }
}
