package org.shuangbaodao.personalfile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * 评价 (民政部令67号 art. 10) of an activity, and so of everybody who served in it, or of one record: by how it was done and what
 * those who were served say.
 */
@Entity
class Evaluation extends PanacheEntityBase {

    @Id
    public Long id;
    public Long communityId;
    public Long activityId;
    public Long recordId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Completion completion;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Satisfaction grade;
    public String feedback;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ServedAs givenBy;
    public LocalDate evaluatedOn;
    public boolean late;
    public Long enteredBy;
    public Instant enteredAt;
    public String onceKey;
    public Long withdrawnBy;
    public Instant withdrawnAt;
    public String withdrawnBecause;
    @Version
    public int version;

    protected Evaluation() {
    }

    Evaluation(long communityId, Opinion opinion, String onceKey, long enteredBy, Instant enteredAt) {
        this.id = Ids.next();
        this.communityId = communityId;
        this.completion = opinion.completion();
        this.grade = opinion.grade();
        this.feedback = opinion.feedback();
        this.givenBy = opinion.givenBy();
        this.evaluatedOn = opinion.evaluatedOn();
        this.onceKey = onceKey;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    /**
     * What those who were served said.
     *
     * @param feedback in their words, without names
     * @param evaluatedOn 评价日期
     */
    record Opinion(Completion completion, Satisfaction grade, String feedback, ServedAs givenBy, LocalDate evaluatedOn) {
    }

    boolean stands() {
        return withdrawnAt == null;
    }

    static Optional<Evaluation> sent(long enteredBy, String onceKey) {
        return find("enteredBy = ?1 and onceKey = ?2", enteredBy, onceKey).firstResultOptional();
    }
}
