package org.shuangbaodao.member;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A consent given, refused or withdrawn, and how it reached us. */
@Entity
@Immutable
public class ConsentEvent extends PanacheEntityBase {

    /** By the member on a page, or from a signed paper that two people entered and checked. */
    public enum Channel {
        PAGE,
        PAPER
    }

    @Id
    public Long id;
    public Long memberId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ConsentPurpose purpose;
    public boolean given;
    public int textVersion;
    public Instant decidedAt;
    public Long recordedBy;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Channel channel;

    protected ConsentEvent() {
    }

    ConsentEvent(Consent consent, long recordedBy, Channel channel) {
        this.id = Ids.next();
        this.memberId = consent.memberId;
        this.purpose = consent.purpose;
        this.given = consent.given;
        this.textVersion = consent.textVersion;
        this.decidedAt = consent.decidedAt;
        this.recordedBy = recordedBy;
        this.channel = channel;
    }
}
