package org.shuangbaodao.servicerecord;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;

/** One person is in one place at a time. Asked only while the member is locked, so that parallel reports cannot slip by. */
@ApplicationScoped
class Overlaps {

    /** The record, about to count, against all that count already, in whichever organization. */
    Optional<Problem> withCounted(ServiceRecord record) {
        return overlapping(record, RecordState.counted()).stream().findFirst().map(Overlaps::problem);
    }

    /**
     * A new or corrected report. Over what counts already, or what the same hand entered, it is refused. Over an undecided
     * entry
     * by somebody else it is taken and both are flagged: a false entry must not block the honest one.
     */
    void checkReport(ServiceRecord record) {
        withCounted(record).ifPresent(problem -> {
            throw problem;
        });
        List<ServiceRecord> undecided = overlapping(record, RecordState.undecided());
        undecided.stream().filter(other -> other.enteredBy.equals(record.enteredBy)).findFirst().ifPresent(other -> {
            throw problem(other);
        });
        undecided.forEach(other -> {
            other.overlapping = true;
            record.overlapping = true;
        });
    }

    private static List<ServiceRecord> overlapping(ServiceRecord record, Collection<RecordState> states) {
        return ServiceRecord.list("memberId = ?1 and id <> ?2 and startedAt < ?3 and endedAt > ?4 and state in ?5 order by id",
                record.memberId, record.id, record.endedAt, record.startedAt, states);
    }

    private static Problem problem(ServiceRecord other) {
        return new Problem(RecordProblem.OVERLAP, other.startedAt, other.endedAt).with("other", Ids.text(other.id));
    }
}
