package org.shuangbaodao.ledger;

import java.time.Instant;
import java.time.LocalDate;

import org.shuangbaodao.kernel.Period;

/**
 * A quarter of a branch that is no longer open, as other features see it.
 *
 * @param noticeTo last day of the public notice; stands from its beginning, whatever the calendar becomes
 * @param openedBy null when it opened by itself; {@code closedBy} alike
 * @param sequence of the branch's chain when it was closed, null before; {@code head} alike
 */
public record BranchQuarter(long branchId, Period period, BranchPeriod.State state, LocalDate noticeFrom, LocalDate noticeTo,
        Instant openedAt, Long openedBy, Instant closedAt, Long closedBy, Long sequence, String head) {

    static BranchQuarter of(BranchPeriod row) {
        return new BranchQuarter(row.branchId, new Period(row.period), row.state, row.noticeFrom, row.noticeTo, row.openedAt,
                row.openedBy, row.closedAt, row.closedBy, row.sequence, row.head);
    }
}
