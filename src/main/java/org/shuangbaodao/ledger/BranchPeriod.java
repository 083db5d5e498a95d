package org.shuangbaodao.ledger;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.shuangbaodao.kernel.Period;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A quarter of a branch that is no longer open. One without a row is. */
@Entity
@IdClass(BranchPeriod.Key.class)
public class BranchPeriod extends PanacheEntityBase {

    @Id
    public Long branchId;
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    public String period;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    /** First and last day of the public notice, Asia/Shanghai. */
    public LocalDate noticeFrom;
    public LocalDate noticeTo;
    public Instant openedAt;
    public Long openedBy;
    public Instant closedAt;
    public Long closedBy;
    public Long sequence;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String head;

    /** How far it is. */
    public enum State {
        /** Takes entries of its own days. */
        OPEN,
        /** 公示: takes nothing but what objections to it lead to. */
        IN_NOTICE,
        /** Takes nothing any more; its points count. */
        CLOSED
    }

    protected BranchPeriod() {
    }

    BranchPeriod(long branchId, Period period, LocalDate noticeFrom, LocalDate noticeTo, Long openedBy, Instant openedAt) {
        this.branchId = branchId;
        this.period = period.key();
        this.state = State.IN_NOTICE;
        this.noticeFrom = noticeFrom;
        this.noticeTo = noticeTo;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    /** Branch and quarter. */
    record Key(Long branchId, String period) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
