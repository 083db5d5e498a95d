package org.shuangbaodao.roster;

import java.io.Serial;
import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That something of this kind was found in that row; with what words, the sealed row says. */
@Entity
@IdClass(RosterFinding.Key.class)
class RosterFinding extends PanacheEntityBase {

    @Id
    public Long importId;
    @Id
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public FindingKind kind;
    @Id
    public int line;

    protected RosterFinding() {
    }

    RosterFinding(long importId, FindingKind kind, int line) {
        this.importId = importId;
        this.kind = kind;
        this.line = line;
    }

    /** All three. */
    record Key(Long importId, FindingKind kind, int line) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
