package org.shuangbaodao.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One post of a community. */
@Entity
@Table(name = "activity_post")
class Post extends PanacheEntityBase {

    @Id
    public Long id;
    public Long communityId;
    public String name;
    public boolean professional;
    public LocalDate flaggedOn;
    public LocalDate validFrom;
    public LocalDate validTo;
    public Long createdBy;
    public Instant createdAt;
    @Version
    public int version;

    protected Post() {
    }

    Post(long communityId, String name, boolean professional, LocalDate today, LocalDate validFrom, LocalDate validTo,
            long createdBy, Instant createdAt) {
        this.id = Ids.next();
        this.communityId = communityId;
        this.name = name;
        this.professional = professional;
        this.flaggedOn = professional ? today : null;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    static List<Post> of(long communityId) {
        return list("communityId = ?1 order by validFrom desc, id desc", communityId);
    }
}
