package org.shuangbaodao.roster;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One uploaded roster and how far it has come. */
@Entity
class RosterImport extends PanacheEntityBase {

    @Id
    public Long id;
    public Long uploadedBy;
    public Long scopeId;
    public String fileName;
    public String digest;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public int rowsTotal;
    public int rowsChecked;
    public int rowsGood;
    public int rowsBad;
    public int rowsPresent;
    public int rowsApplied;
    public Instant createdAt;
    public Instant touchedAt;

    /** Where the work on it stands. */
    enum State {
        CHECKING,
        /** Could not be read to its end. */
        FAILED,
        CHECKED,
        APPLYING,
        APPLIED
    }

    protected RosterImport() {
    }

    RosterImport(long uploadedBy, long scopeId, String fileName, String digest, int rowsTotal, Instant now) {
        this.id = Ids.next();
        this.uploadedBy = uploadedBy;
        this.scopeId = scopeId;
        this.fileName = fileName;
        this.digest = digest;
        this.state = State.CHECKING;
        this.rowsTotal = rowsTotal;
        this.createdAt = now;
        this.touchedAt = now;
    }

    void count(RosterRow.State rows, int change) {
        switch (rows) {
            case GOOD -> rowsGood += change;
            case BAD -> rowsBad += change;
            case PRESENT -> rowsPresent += change;
            case APPLIED -> rowsApplied += change;
        }
    }

    static List<RosterImport> latestOf(long uploadedBy, int most) {
        return RosterImport.<RosterImport> find("uploadedBy = ?1 order by id desc", uploadedBy).page(0, most).list();
    }
}
