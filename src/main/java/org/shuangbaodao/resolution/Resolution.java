package org.shuangbaodao.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A resolution of the assembly of a branch's members (支部党员大会). */
@Entity
@Table(name = "branch_resolution")
class Resolution extends PanacheEntityBase {

    /** What it says. */
    enum Kind {
        /** To count by the hundred-point profile. */
        ADOPT,
        /** To stop. */
        REVOKE
    }

    /** How far it is. */
    enum State {
        PROPOSED,
        SIGNED,
        DECLINED
    }

    @Id
    public Long id;
    public Long branchId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Kind kind;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public LocalDate resolvedOn;
    public int eligible;
    public int present;
    public int inFavour;
    public String documentNumber;
    public int fromYear;
    public Long proposedBy;
    public Instant proposedAt;
    public Long decidedBy;
    public Instant decidedAt;
    @Version
    public int version;

    protected Resolution() {
    }

    Resolution(long branchId, Resolutions.Vote vote, long proposedBy, Instant proposedAt) {
        this.id = Ids.next();
        this.branchId = branchId;
        this.kind = vote.revokes() ? Kind.REVOKE : Kind.ADOPT;
        this.state = State.PROPOSED;
        this.resolvedOn = vote.resolvedOn();
        this.eligible = vote.eligible();
        this.present = vote.present();
        this.inFavour = vote.inFavour();
        this.documentNumber = vote.documentNumber();
        this.fromYear = vote.fromYear();
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /** The newest first. */
    static List<Resolution> of(long branchId) {
        return list("branchId = ?1 order by id desc", branchId);
    }

    /** What the superior has signed for years up to this one, the last signed first. */
    static List<Resolution> signed(long branchId, int year) {
        return list("branchId = ?1 and state = ?2 and fromYear <= ?3 order by decidedAt desc, id desc", branchId, State.SIGNED,
                year);
    }

    static List<Resolution> waiting() {
        return list("state = ?1 order by proposedAt, id", State.PROPOSED);
    }
}
