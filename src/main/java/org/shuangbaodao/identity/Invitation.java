package org.shuangbaodao.identity;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A code that was handed to one person, good once and for some time. A person has one open at most. */
@Entity
class Invitation extends PanacheEntityBase {

    enum State {
        OPEN,
        USED,
        /** Taken back, or followed by another one. */
        REVOKED
    }

    @Id
    public Long id;
    public Long memberId;
    public String codeHash;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public Long issuedBy;
    public Instant issuedAt;
    public Instant expiresAt;
    public Long closedBy;
    public Instant closedAt;
    @Version
    public int version;

    protected Invitation() {
    }

    Invitation(long memberId, String codeHash, Long issuedBy, Instant issuedAt, Instant expiresAt) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.codeHash = codeHash;
        this.state = State.OPEN;
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    static Optional<Invitation> good(InvitationCode code, Instant now) {
        return find("codeHash = ?1 and state = ?2 and expiresAt > ?3", code.hash(), State.OPEN, now).firstResultOptional();
    }

    static Optional<Invitation> openOf(long memberId) {
        return find("memberId = ?1 and state = ?2", memberId, State.OPEN).firstResultOptional();
    }
}
