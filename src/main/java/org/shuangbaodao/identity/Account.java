package org.shuangbaodao.identity;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The way in for one member. Nobody but he knows the password; a new one comes by a new invitation. */
@Entity
class Account extends PanacheEntityBase {

    enum State {
        ACTIVE,
        DISABLED
    }

    @Id
    public Long memberId;
    public String login;
    public String passwordHash;
    public Instant passwordSetAt;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public Instant createdAt;
    @Version
    public int version;

    protected Account() {
    }

    Account(long memberId, Instant createdAt) {
        this.memberId = memberId;
        this.state = State.ACTIVE;
        this.createdAt = createdAt;
    }

    static Optional<Account> byLogin(String foldedLogin) {
        return find("login", foldedLogin).firstResultOptional();
    }
}
