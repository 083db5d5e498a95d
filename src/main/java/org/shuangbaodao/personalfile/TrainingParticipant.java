package org.shuangbaodao.personalfile;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody who was at a training. */
@Entity
@IdClass(TrainingParticipant.Key.class)
class TrainingParticipant extends PanacheEntityBase {

    @Id
    public Long trainingId;
    @Id
    public Long memberId;
    public int minutes;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public TrainingResult result;
    public Instant repudiatedAt;
    @Version
    public int version;

    protected TrainingParticipant() {
    }

    TrainingParticipant(long trainingId, long memberId, int minutes, TrainingResult result) {
        this.trainingId = trainingId;
        this.memberId = memberId;
        this.minutes = minutes;
        this.result = result;
    }

    static List<TrainingParticipant> of(long trainingId) {
        return list("trainingId", trainingId);
    }

    /** Training and member. */
    record Key(Long trainingId, Long memberId) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
