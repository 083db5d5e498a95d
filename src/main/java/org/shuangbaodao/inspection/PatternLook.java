package org.shuangbaodao.inspection;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody looked at what stood out. Stays as it is; when more stands out, somebody looks again. */
@Entity
@Immutable
class PatternLook extends PanacheEntityBase {

    @Id
    public Long id;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Pattern pattern;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String quarter;
    public String subject;
    public long measured;
    public String note;
    public Long lookedBy;
    public Instant lookedAt;

    protected PatternLook() {
    }

    /** The latest last. */
    static List<PatternLook> of(String quarter, List<String> subjects) {
        return subjects.isEmpty() ? List.of()
                : list("quarter = ?1 and subject in ?2 order by lookedAt, id", quarter, subjects);
    }
}
