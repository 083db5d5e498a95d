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

/** 培训 (民政部令67号 art. 8: name, content, time of study, who held it, date). Of an organization, one of a name begins on a day. */
@Entity
class Training extends PanacheEntityBase {

    @Id
    public Long id;
    public Long organizationId;
    public String name;
    public String content;
    public String organizer;
    public String teacher;
    public String place;
    public LocalDate firstDay;
    public LocalDate lastDay;
    public int minutes;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public TrainingState state;
    public Long enteredBy;
    public Instant enteredAt;
    public Long checkedBy;
    public Instant checkedAt;
    @Version
    public int version;

    protected Training() {
    }

    Training(long organizationId, TrainingFacts facts, long enteredBy, Instant enteredAt) {
        this.id = Ids.next();
        this.organizationId = organizationId;
        enter(facts, enteredBy, enteredAt);
    }

    final void enter(TrainingFacts facts, long by, Instant at) {
        this.name = facts.name();
        this.content = facts.content();
        this.organizer = facts.organizer();
        this.teacher = facts.teacher();
        this.place = facts.place();
        this.firstDay = facts.firstDay();
        this.lastDay = facts.lastDay();
        this.minutes = facts.minutes();
        this.state = TrainingState.ENTERED;
        this.enteredBy = by;
        this.enteredAt = at;
    }

    TrainingFacts facts() {
        return new TrainingFacts(name, content, organizer, teacher, place, firstDay, lastDay, minutes);
    }

    static Optional<Training> of(long organizationId, LocalDate firstDay, String name) {
        return find("organizationId = ?1 and firstDay = ?2 and name = ?3", organizationId, firstDay, name)
                .firstResultOptional();
    }
}
