package org.shuangbaodao.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The group robot of an organization. */
@Entity
class Robot extends PanacheEntityBase {

    @Id
    public Long organizationId;
    public String addressCipher;
    public String secretCipher;
    public String language;
    public Long setBy;
    public Instant setAt;
    @Version
    public int version;

    protected Robot() {
    }

    Robot(long organizationId) {
        this.organizationId = organizationId;
    }

    /** Those among them that have one, in ascending order. */
    static List<Long> among(Collection<Long> organizationIds) {
        return getEntityManager().createQuery(
                "select r.organizationId from Robot r where r.organizationId in :organizations order by r.organizationId",
                Long.class).setParameter("organizations", organizationIds).getResultList();
    }
}
