package org.shuangbaodao.personalfile;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What somebody says to an evaluation of his service, and what became of it where he objects. */
@Entity
@IdClass(EvaluationAnswer.Key.class)
class EvaluationAnswer extends PanacheEntityBase {

    @Id
    public Long evaluationId;
    @Id
    public Long memberId;
    public String answer;
    public boolean objects;
    public Instant answeredAt;
    public Long decidedBy;
    public Instant decidedAt;
    public Boolean upheld;
    public String decision;
    @Version
    public int version;

    protected EvaluationAnswer() {
    }

    EvaluationAnswer(long evaluationId, long memberId) {
        this.evaluationId = evaluationId;
        this.memberId = memberId;
    }

    boolean isOpen() {
        return objects && decidedAt == null;
    }

    static List<EvaluationAnswer> to(Collection<Long> evaluationIds) {
        return evaluationIds.isEmpty() ? List.of() : list("evaluationId in ?1 order by answeredAt", evaluationIds);
    }

    /** Evaluation and member. */
    record Key(Long evaluationId, Long memberId) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
