package org.shuangbaodao.rulebook;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

/** A version that two people adopted. The database account may not change it. */
@Entity
@Immutable
class AdoptedRulebook extends PanacheEntityBase {

    @Id
    public Integer version;
    public LocalDate effectiveFrom;
    public String documentTitle;
    public String documentNumber;
    @Column(columnDefinition = "mediumtext")
    public String definition;
    public Long draftedBy;
    public Long adoptedBy;
    public Instant adoptedAt;

    protected AdoptedRulebook() {
    }

    AdoptedRulebook(Rulebook rules, long draftedBy, long adoptedBy, Instant adoptedAt) {
        this.version = rules.version();
        this.effectiveFrom = rules.effectiveFrom();
        this.documentTitle = rules.document().title();
        this.documentNumber = rules.document().number();
        this.definition = rules.toJson();
        this.draftedBy = draftedBy;
        this.adoptedBy = adoptedBy;
        this.adoptedAt = adoptedAt;
    }

    Rulebook rulebook() {
        return Rulebook.ofJson(definition);
    }
}
