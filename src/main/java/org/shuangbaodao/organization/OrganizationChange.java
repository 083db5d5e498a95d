package org.shuangbaodao.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What happened to an organization on which day, and the decision it rests on. */
@Entity
@Immutable
class OrganizationChange extends PanacheEntityBase {

    @Id
    public Long id;
    public Long organizationId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Kind kind;
    public LocalDate effectiveOn;
    public String beforeValue;
    public String afterValue;
    public String document;
    public Long recordedBy;
    public Instant recordedAt;

    /** Names stand in the values of RENAMED, codes in those of the others. */
    enum Kind {
        RENAMED,
        /** Put below another superior, as a rule because the old one was merged. */
        MOVED,
        /** Went up in another organization after this day. */
        MERGED,
        /** Took another organization in after this day. */
        ABSORBED,
        DISSOLVED
    }

    protected OrganizationChange() {
    }

    OrganizationChange(Organization organization, Kind kind, LocalDate effectiveOn, String before, String after) {
        this.id = Ids.next();
        this.organizationId = organization.id;
        this.kind = kind;
        this.effectiveOn = effectiveOn;
        this.beforeValue = before;
        this.afterValue = after;
    }

    OrganizationChange recorded(String basis, Long actorId, Instant now) {
        this.document = basis;
        this.recordedBy = actorId;
        this.recordedAt = now;
        return this;
    }

    static List<OrganizationChange> of(long organizationId) {
        return list("organizationId = ?1 order by effectiveOn desc, id desc", organizationId);
    }
}
