package org.shuangbaodao.ledger;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;

/** A holder's own books, ready to be shown as a page or as JSON. */
@ApplicationScoped
class OwnLedger {

    private final Standings standings;
    private final Explanations explanations;
    private final BranchPeriods periods;
    private final BusinessTime time;

    OwnLedger(Standings standings, Explanations explanations, BranchPeriods periods, BusinessTime time) {
        this.standings = standings;
        this.explanations = explanations;
        this.periods = periods;
        this.time = time;
    }

    /** @param key a period, or null for the present year */
    @Transactional
    Statement of(long holderId, String key, int page, int size) {
        Period period = key == null || key.isBlank() ? new Period(String.valueOf(time.today().getYear()))
                : Period.parse(key).orElseThrow(() -> new Problem(LedgerProblem.UNKNOWN_PERIOD, key));
        PageOf<LedgerEntry> entries = standings.entriesOf(holderId, period, page, size);
        List<Line> lines = entries.items().stream().map(
                entry -> new Line(entry, explanations.of(entry), periods.stateOf(entry.branchId, new Period(entry.period))))
                .toList();
        return new Statement(period, standings.of(holderId, period),
                new PageOf<>(lines, entries.page(), entries.size(), entries.total()));
    }

    record Statement(Period period, Map<Book, Long> totals, PageOf<Line> lines) {
    }

    /** @param state of the quarter it is booked in: its points count once that is closed */
    record Line(LedgerEntry entry, String explanation, BranchPeriod.State state) {
    }
}
