package org.shuangbaodao.statement;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** That one member's statement was printed by one office. */
@Entity
class QuarterStatement extends PanacheEntityBase {

    @Id
    public Long id;
    public Long organizationId;
    public String period;
    public Long memberId;
    public int prints;
    public Long printedBy;
    public Instant printedAt;
    public Long handedBy;
    public Instant handedAt;
    @Version
    public int version;

    protected QuarterStatement() {
    }

    QuarterStatement(long organizationId, String period, long memberId) {
        this.id = Ids.next();
        this.organizationId = organizationId;
        this.period = period;
        this.memberId = memberId;
    }

    /** A new paper may say something else than the one that was handed over. */
    void printed(long actorId, Instant at) {
        prints++;
        printedBy = actorId;
        printedAt = at;
        handedBy = null;
        handedAt = null;
    }

    /** By member. */
    static Map<Long, QuarterStatement> of(long organizationId, String period) {
        return QuarterStatement.<QuarterStatement> list("organizationId = ?1 and period = ?2", organizationId, period).stream()
                .collect(Collectors.toMap(each -> each.memberId, each -> each));
    }
}
