package org.shuangbaodao.member;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The latest word of a member on one purpose; every earlier one is a {@link ConsentEvent}. */
@Entity
@IdClass(Consent.Key.class)
public class Consent extends PanacheEntityBase {

    @Id
    public Long memberId;
    @Id
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ConsentPurpose purpose;
    public boolean given;
    public int textVersion;
    public Instant decidedAt;
    @Version
    public int version;

    protected Consent() {
    }

    Consent(long memberId, ConsentPurpose purpose) {
        this.memberId = memberId;
        this.purpose = purpose;
    }

    /** Member and purpose. */
    public record Key(Long memberId, ConsentPurpose purpose) implements Serializable {
    }
}
