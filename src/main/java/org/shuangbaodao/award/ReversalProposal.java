package org.shuangbaodao.award;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.servicerecord.Capacity.Step;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one person means to take back and a second one has to agree to. */
@Entity
class ReversalProposal extends PanacheEntityBase {

    /** How far it is. */
    enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED
    }

    @Id
    public Long id;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Step step;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public String reason;
    public int records;
    public long points;
    public Long proposedBy;
    public Instant proposedAt;
    public Long decidedBy;
    public Instant decidedAt;
    @ElementCollection
    @CollectionTable(name = "reversal_proposal_record", joinColumns = @JoinColumn(name = "proposal_id"))
    @OrderBy("recordId")
    public List<Line> lines = new ArrayList<>();
    @Version
    public int version;

    /** A record as the proposer saw it. */
    @Embeddable
    static class Line {

        public Long recordId;
        public int recordVersion;

        protected Line() {
        }

        Line(long recordId, int recordVersion) {
            this.recordId = recordId;
            this.recordVersion = recordVersion;
        }
    }

    protected ReversalProposal() {
    }

    ReversalProposal(Step step, String reason, long points, List<Line> lines, long proposedBy, Instant proposedAt) {
        this.id = Ids.next();
        this.step = step;
        this.state = State.PROPOSED;
        this.reason = reason;
        this.records = lines.size();
        this.points = points;
        this.lines.addAll(lines);
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /** The oldest first. */
    static List<ReversalProposal> waiting() {
        return list("state = ?1 order by proposedAt, id", State.PROPOSED);
    }

    static boolean isWaitingFor(List<Long> recordIds) {
        return count("select count(p) from ReversalProposal p join p.lines l where p.state = ?1 and l.recordId in ?2",
                State.PROPOSED, recordIds) > 0;
    }
}
