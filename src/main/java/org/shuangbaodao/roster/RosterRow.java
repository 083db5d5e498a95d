package org.shuangbaodao.roster;

import java.io.Serial;
import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One row of an import, its content sealed. What changes is its state; the content would be sent again with it. */
@Entity
@DynamicUpdate
@IdClass(RosterRow.Key.class)
class RosterRow extends PanacheEntityBase {

    @Id
    public Long importId;
    @Id
    public int line;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    @Column(columnDefinition = "mediumtext")
    public String contentCipher;
    public String idNumberIndex;
    public String personIndex;
    public Long memberId;

    /** What becomes of it. */
    enum State {
        GOOD,
        BAD,
        /** Stands on that roster already. */
        PRESENT,
        APPLIED
    }

    protected RosterRow() {
    }

    RosterRow(long importId, int line) {
        this.importId = importId;
        this.line = line;
    }

    /** Import and line. */
    record Key(Long importId, int line) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
