package org.shuangbaodao.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BranchQuarter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The public notice of one quarter of one branch. Its days were fixed when it began. */
@Entity
class Notice extends PanacheEntityBase {

    @Id
    public Long id;
    public Long branchId;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String period;
    public LocalDate firstDay;
    public LocalDate lastDay;
    public boolean provisional;
    public Instant openedAt;
    public Long openedBy;
    public Instant closedAt;
    public Long closedBy;
    @Version
    public int version;

    protected Notice() {
    }

    /** @param provisional whether its days rest on a calendar that nobody has announced yet */
    Notice(BranchQuarter opened, boolean provisional) {
        this.id = Ids.next();
        this.branchId = opened.branchId();
        this.period = opened.period().key();
        this.firstDay = opened.noticeFrom();
        this.lastDay = opened.noticeTo();
        this.openedAt = opened.openedAt();
        this.openedBy = opened.openedBy();
        this.provisional = provisional;
    }

    Period quarter() {
        return new Period(period);
    }

    boolean isClosed() {
        return closedAt != null;
    }

    NoticeState stateOn(LocalDate day) {
        return isClosed() ? NoticeState.CLOSED : day.isAfter(lastDay) ? NoticeState.SETTLING : NoticeState.RUNNING;
    }

    static Optional<Notice> of(long branchId, Period quarter) {
        return find("branchId = ?1 and period = ?2", branchId, quarter.key()).firstResultOptional();
    }
}
