package org.shuangbaodao.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody wants to be forgotten. One at a time may wait for a person. */
@Entity
class ErasureRequest extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ErasureState state;
    public Instant askedAt;
    public Long decidedBy;
    public Instant decidedAt;
    public String reason;
    @Version
    public int version;

    protected ErasureRequest() {
    }

    ErasureRequest(long memberId, Instant askedAt) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.state = ErasureState.WAITING;
        this.askedAt = askedAt;
    }

    static Optional<ErasureRequest> latestOf(long memberId) {
        return find("memberId = ?1 order by id desc", memberId).firstResultOptional();
    }

    static List<ErasureRequest> waiting() {
        return list("state = ?1 order by id", ErasureState.WAITING);
    }
}
