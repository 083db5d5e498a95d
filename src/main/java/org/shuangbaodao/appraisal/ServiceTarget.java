package org.shuangbaodao.appraisal;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What an organization asks of its members in a year: minutes, times, or either of the two. */
@Entity
class ServiceTarget extends PanacheEntityBase {

    @Id
    public Long id;
    public Long organizationId;
    public int targetYear;
    public Integer minutes;
    public Integer times;
    public Long setBy;
    public Instant setAt;
    @Version
    public int version;

    protected ServiceTarget() {
    }

    ServiceTarget(long organizationId, int targetYear) {
        this.id = Ids.next();
        this.organizationId = organizationId;
        this.targetYear = targetYear;
    }
}
