package org.shuangbaodao.appraisal;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** 表彰 of a person or of a collective, as a document says (民政部令67号 art. 9: name, date, who granted it). */
@Entity
class Commendation extends PanacheEntityBase {

    @Id
    public Long id;
    public String title;
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

    Commendation(String title, String grantedBy, String documentNumber, LocalDate grantedOn, long recordedBy,
            Instant recordedAt) {
        this.id = Ids.next();
        this.title = title;
        this.grantedBy = grantedBy;
        this.documentNumber = documentNumber;
        this.grantedOn = grantedOn;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }
}
