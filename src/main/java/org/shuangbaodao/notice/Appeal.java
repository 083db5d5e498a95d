package org.shuangbaodao.notice;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 申诉 against the answer to an objection: one, decided by a superior who did not answer. */
@Entity
@Table(name = "objection_appeal")
class Appeal extends PanacheEntityBase {

    @Id
    public Long objectionId;
    public Long responsibleId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Outcome state;
    public String content;
    /** Null when it came by the receipt code. */
    public Long filedBy;
    public Instant filedAt;
    public LocalDate dueOn;
    public LocalDate escalatesOn;
    public Instant decidedAt;
    public Long decidedBy;
    public String decision;
    @Version
    public int version;

    protected Appeal() {
    }

    Appeal(long objectionId, long responsibleId, String content, Long filedBy, Instant filedAt, LocalDate dueOn) {
        this.objectionId = objectionId;
        this.responsibleId = responsibleId;
        this.state = Outcome.OPEN;
        this.content = content;
        this.filedBy = filedBy;
        this.filedAt = filedAt;
        this.dueOn = dueOn;
        this.escalatesOn = dueOn;
    }

    boolean isOpen() {
        return state == Outcome.OPEN;
    }
}
