package org.shuangbaodao.appraisal;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 表彰 of a person or of a collective, as a document says (民政部令67号 art. 9: name, date, who granted it). */
@Entity
class Commendation extends PanacheEntityBase {

    @Id
    public Long id;
    public String title;
    public String content;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public CommendationLevel level;
    public String grantedBy;
    public String documentNumber;
    public LocalDate grantedOn;
    public Long memberId;
    public Long organizationId;
    public Long recordedBy;
    public Instant recordedAt;
    public Long withdrawnBy;
    public Instant withdrawnAt;
    @Version
    public int version;

    protected Commendation() {
    }

    Commendation(Commendations.Facts facts, long recordedBy, Instant recordedAt) {
        this.id = Ids.next();
        this.title = facts.title();
        this.content = facts.content();
        this.level = facts.level();
        this.grantedBy = facts.grantedBy();
        this.documentNumber = facts.documentNumber();
        this.grantedOn = facts.grantedOn();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }
}
