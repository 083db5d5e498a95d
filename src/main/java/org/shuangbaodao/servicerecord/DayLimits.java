package org.shuangbaodao.servicerecord;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.rulebook.ServiceTime.DayShare;

/**
 * How much one person serves on one business date, over all organizations. Eight hours count as soon as one person confirms
 * them, more is looked at one level up, more than twelve is refused: the steps that platforms of the field have agreed on.
 * Asked only while the members are locked.
 */
@ApplicationScoped
class DayLimits {

    static final int EASY_MINUTES = 8 * 60;
    static final int MOST_MINUTES = 12 * 60;

    /** What counts already on the days of these records, to be asked and added to one after the other. */
    Tally counted(Collection<ServiceRecord> records) {
        Tally tally = new Tally();
        if (!records.isEmpty()) {
            LocalDate first = records.stream().map(ServiceRecord::servedOn).min(LocalDate::compareTo).orElseThrow();
            LocalDate last = records.stream().map(record -> record.endedAt.toLocalDate()).max(LocalDate::compareTo)
                    .orElseThrow();
            List<Long> members = records.stream().map(record -> record.memberId).distinct().toList();
            ServiceRecord.<ServiceRecord> list(
                    "memberId in ?1 and endedAt > ?2 and startedAt < ?3 and state in ?4", members, first.atStartOfDay(),
                    last.plusDays(1).atStartOfDay(), RecordState.counted()).forEach(tally::add);
        }
        return tally;
    }

    /** Minutes of people by business date. */
    static final class Tally {

        private final Map<Key, Integer> minutes = new HashMap<>();

        private record Key(long memberId, LocalDate day) {
        }

        void add(ServiceRecord record) {
            record.time().days().forEach(share -> minutes.merge(key(record, share), share.minutes(), Integer::sum));
        }

        /** Why the record cannot count beside what does; empty where it can. */
        Optional<Problem> against(ServiceRecord record) {
            return record.time().days().stream().filter(share -> total(record, share) > MOST_MINUTES).findFirst()
                    .map(share -> new Problem(RecordProblem.TOO_MUCH_A_DAY, share.date(), MOST_MINUTES / 60));
        }

        /** Whether somebody above has to look at it. */
        boolean isLong(ServiceRecord record) {
            return record.time().days().stream().anyMatch(share -> total(record, share) > EASY_MINUTES);
        }

        private int total(ServiceRecord record, DayShare share) {
            return minutes.getOrDefault(key(record, share), 0) + share.minutes();
        }

        private static Key key(ServiceRecord record, DayShare share) {
            return new Key(record.memberId, share.date());
        }
    }
}
