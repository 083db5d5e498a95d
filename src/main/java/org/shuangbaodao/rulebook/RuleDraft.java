package org.shuangbaodao.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of the rules in the making. */
@Entity
class RuleDraft extends PanacheEntityBase {

    /** How far it is. */
    enum State {
        OPEN,
        ADOPTED,
        DISCARDED
    }

    @Id
    public Long id;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public Long organizationId;
    public int baseVersion;
    public LocalDate effectiveFrom;
    public String documentTitle;
    public String documentNumber;
    @Column(columnDefinition = "mediumtext")
    public String definition;
    public Long draftedBy;
    public Instant draftedAt;
    public Instant touchedAt;
    public String editors;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String simulatedDigest;
    public Long simulatedBy;
    public Instant simulatedAt;
    @Version
    public int version;

    protected RuleDraft() {
    }

    RuleDraft(Rulebook rules, int baseVersion, long organizationId, long draftedBy, Instant draftedAt) {
        this.id = Ids.next();
        this.state = State.OPEN;
        this.organizationId = organizationId;
        this.baseVersion = baseVersion;
        this.draftedBy = draftedBy;
        this.draftedAt = draftedAt;
        this.editors = "";
        write(rules, draftedBy, draftedAt);
    }

    Rulebook rules() {
        return Rulebook.ofJson(definition);
    }

    void write(Rulebook rules, long editor, Instant at) {
        this.effectiveFrom = rules.effectiveFrom();
        this.documentTitle = rules.document().title();
        this.documentNumber = rules.document().number();
        this.definition = rules.toJson();
        this.touchedAt = at;
        if (!editors().contains(editor)) {
            editors = editors.isEmpty() ? Ids.text(editor) : editors + "," + Ids.text(editor);
        }
    }

    /** Everybody who wrote in it, the drafter first. */
    List<Long> editors() {
        return Stream.of(editors.split(",")).flatMap(each -> Ids.parse(each).stream()).toList();
    }
}
