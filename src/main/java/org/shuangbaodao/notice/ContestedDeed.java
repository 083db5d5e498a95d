package org.shuangbaodao.notice;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.shuangbaodao.ledger.QuarterBooks.Deed;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A deed that an objection is about, what its holder says to it, and what was decided. */
@Entity
@Table(name = "objection_record")
@IdClass(ContestedDeed.Key.class)
class ContestedDeed extends PanacheEntityBase {

    @Id
    public Long objectionId;
    @Id
    public String sourceType;
    @Id
    public String sourceId;
    public Long holderId;
    public Instant namedAt;
    /** Last day for the holder's words; nothing is taken back before. */
    public LocalDate hearingUntil;
    public String statement;
    public Instant statedAt;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Remedy remedy;

    protected ContestedDeed() {
    }

    ContestedDeed(long objectionId, Deed deed, Instant namedAt, LocalDate hearingUntil) {
        this.objectionId = objectionId;
        this.sourceType = deed.sourceType();
        this.sourceId = deed.sourceId();
        this.holderId = deed.holderId();
        this.namedAt = namedAt;
        this.hearingUntil = hearingUntil;
    }

    /** Whether the holder has spoken, or let his time pass. */
    boolean isHeardOn(LocalDate day) {
        return statedAt != null || day.isAfter(hearingUntil);
    }

    String key() {
        return sourceType + "/" + sourceId;
    }

    static List<ContestedDeed> of(long objectionId) {
        return list("objectionId = ?1 order by sourceType, sourceId", objectionId);
    }

    static List<ContestedDeed> of(Collection<Long> objectionIds) {
        return objectionIds.isEmpty() ? List.of() : list("objectionId in ?1", objectionIds);
    }

    /** Objection and deed. */
    record Key(Long objectionId, String sourceType, String sourceId) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
