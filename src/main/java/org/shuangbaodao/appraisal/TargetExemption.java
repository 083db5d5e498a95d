package org.shuangbaodao.appraisal;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Days on which nothing is asked of somebody, as the branch decided. Why is not stored: it may be a matter of health. */
@Entity
class TargetExemption extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    public LocalDate firstDay;
    public LocalDate lastDay;
    public String document;
    public Long recordedBy;
    public Instant recordedAt;
    public Long endedBy;
    public Instant endedAt;

    protected TargetExemption() {
    }

    TargetExemption(long memberId, LocalDate firstDay, LocalDate lastDay, String document, long recordedBy,
            Instant recordedAt) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.document = document;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
