package org.shuangbaodao.explanation;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Lets its bearer read one year of a holder's entries, until it expires or is taken back. */
@Entity
class LedgerLink extends PanacheEntityBase {

    @Id
    public Long id;
    public Long holderId;
    public int year;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String tokenHash;
    public Instant createdAt;
    public Instant expiresAt;
    public Instant revokedAt;
    @Version
    public int version;

    protected LedgerLink() {
    }

    LedgerLink(long holderId, int year, String tokenHash, Instant createdAt, Instant expiresAt) {
        this.id = Ids.next();
        this.holderId = holderId;
        this.year = year;
        this.tokenHash = tokenHash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean isOpen(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
