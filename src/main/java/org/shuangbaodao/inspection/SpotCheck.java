package org.shuangbaodao.inspection;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A random sample of what was confirmed below an organization in a quarter. */
@Entity
class SpotCheck extends PanacheEntityBase {

    /** How far it is. */
    enum State {
        /** The list is fixed; the seed is not known yet. */
        ORDERED,
        DRAWN
    }

    @Id
    public Long id;
    public Long scopeId;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String quarter;
    public int percent;
    public int least;
    public int most;
    public int population;
    public int sample;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String listDigest;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public Long orderedBy;
    public Instant orderedAt;
    public LocalDate orderedOn;
    public LocalDate seedDay;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String seedRoot;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String seed;
    public Instant drawnAt;
    @Version
    public int version;

    protected SpotCheck() {
    }

    boolean isDrawn() {
        return state == State.DRAWN;
    }
}
