package org.shuangbaodao.identity;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** From login to logout. Looked at by every request, so that its end is felt at once; changed by conditional updates only. */
@Entity
class LoginSession extends PanacheEntityBase {

    /** Why a session is over; running out of time leaves no trace here. */
    enum EndReason {
        LOGOUT,
        /** A refresh token came a second time: one of the two who hold it is a thief. */
        REUSE,
        NEW_PASSWORD,
        DISABLED
    }

    @Id
    public Long id;
    public Long memberId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Channel channel;
    public String refreshHash;
    public Instant startedAt;
    public Instant lastSeenAt;
    public Instant endsAt;
    public Instant endedAt;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public EndReason endReason;

    protected LoginSession() {
    }

    LoginSession(long memberId, Channel channel, Instant now) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.channel = channel;
        this.startedAt = now;
        this.lastSeenAt = now;
        this.endsAt = now.plus(Sessions.LONGEST);
    }

    boolean isAliveAt(Instant now) {
        return endedAt == null && now.isBefore(endsAt) && now.isBefore(lastSeenAt.plus(Sessions.IDLE));
    }
}
