package org.shuangbaodao.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A sheet to sign, for one slot of an activity or for personal service in a community on some days. */
@Entity
class PaperSheet extends PanacheEntityBase {

    @Id
    public Long id;
    public String code;
    public Long communityId;
    public Long activityId;
    public Long slotId;
    public LocalDate fromDay;
    public LocalDate toDay;
    public String place;
    public int rowCount;
    public boolean withNames;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public SheetState state;
    public Long printedBy;
    public Instant printedAt;
    public LocalDate receivedOn;
    public Long receivedBy;
    public Instant receivedAt;
    public Long appliedBy;
    public Instant appliedAt;
    public Integer recordCount;
    public Long voidedBy;
    public Instant voidedAt;
    public String voidReason;
    @Version
    public int version;

    protected PaperSheet() {
    }

    PaperSheet(SheetCode code, long printedBy, Instant printedAt) {
        this.id = Ids.next();
        this.code = code.text();
        this.state = SheetState.PRINTED;
        this.printedBy = printedBy;
        this.printedAt = printedAt;
    }

    static Optional<PaperSheet> byCode(String typed) {
        return SheetCode.parse(typed).flatMap(code -> find("code", code.text()).firstResultOptional());
    }

    String printedCode() {
        return new SheetCode(code).grouped();
    }

    boolean isPersonal() {
        return activityId == null;
    }

    /** @throws Problem that tells what has happened to it instead */
    void require(SheetState needed) {
        if (state == needed) {
            return;
        }
        throw switch (state) {
            case PRINTED -> new Problem(PaperProblem.NOT_RECEIVED);
            case RECEIVED -> new Problem(PaperProblem.ALREADY_RECEIVED, receivedOn);
            case APPLIED -> new Problem(PaperProblem.ALREADY_APPLIED, appliedAt, recordCount);
            case VOIDED -> new Problem(PaperProblem.VOIDED);
        };
    }
}
