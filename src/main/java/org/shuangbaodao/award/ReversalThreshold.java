package org.shuangbaodao.award;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.servicerecord.ReversalLimit;
import org.shuangbaodao.servicerecord.ServiceRecord;

/**
 * How much one person may take back alone. Small slips are put right at once; what could wipe out somebody's season takes a
 * second look, because the documented fraud runs through those who keep the books.
 */
@ApplicationScoped
class ReversalThreshold implements ReversalLimit {

    /** As much as the rules count for a day: a record beyond it was looked at twice when it was made. */
    static final int MOST_MINUTES = 8 * 60;
    /** Hundredths: a quarter of what the shipped rules count in a year. */
    static final long MOST_POINTS = 1000;
    /** Nobody makes eleven slips in one day; whoever takes back so many follows a finding, and that has two people. */
    static final int MOST_RECORDS = 10;

    private final Standings standings;

    ReversalThreshold(Standings standings) {
        this.standings = standings;
    }

    @Override
    public boolean takesTwo(Collection<ServiceRecord> records) {
        return records.size() > MOST_RECORDS || records.stream().anyMatch(record -> record.minutes > MOST_MINUTES)
                || pointsOf(records) > MOST_POINTS;
    }

    long pointsOf(Collection<ServiceRecord> records) {
        return standings.pointsOf(Source.SERVICE_RECORD, records.stream().map(record -> Ids.text(record.id)).toList());
    }
}
