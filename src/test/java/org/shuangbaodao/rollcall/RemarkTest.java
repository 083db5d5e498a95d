package org.shuangbaodao.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.attendance.Signings.Times;
import org.shuangbaodao.rulebook.ServiceTime;
import org.shuangbaodao.servicerecord.ServiceRecord;

import org.junit.jupiter.api.Test;

/** What makes a record of an activity one to look at by itself. */
class RemarkTest {

    private static final long MEMBER = 7;
    private static final Slot SLOT = new Slot(1, 2, at("09:00"), at("11:00"), null);

    @Test
    void whoDidWhatWasExpectedIsOrdinary() {
        assertThat(remarks("09:00", "11:00", Set.of(), Map.of())).isEmpty();
        assertThat(remarks("09:15", "11:15", Set.of(MEMBER), Map.of(MEMBER, times("09:16", "11:05")))).isEmpty();
    }

    @Test
    void timesAQuarterBesideTheSlotAreLookedAt() {
        assertThat(remarks("09:16", "11:00", Set.of(), Map.of())).containsExactly(Remark.OTHER_TIMES);
        assertThat(remarks("08:44", "11:00", Set.of(), Map.of())).containsExactly(Remark.OTHER_TIMES);
        assertThat(remarks("09:00", "10:44", Set.of(), Map.of())).containsExactly(Remark.OTHER_TIMES);
    }

    @Test
    void notSignedUpOrInMattersOnlyWhereOthersDid() {
        assertThat(remarks("09:00", "11:00", Set.of(8L), Map.of())).containsExactly(Remark.NOT_SIGNED_UP);
        assertThat(remarks("09:00", "11:00", Set.of(MEMBER, 8L), Map.of(8L, times("09:00", "11:00"))))
                .containsExactly(Remark.NOT_SIGNED_IN);
    }

    @Test
    void nobodyStaysLongerThanHeSignedFor() {
        assertThat(remarks("09:00", "11:00", Set.of(), Map.of(MEMBER, times("09:16", null))))
                .containsExactly(Remark.LONGER_THAN_SIGNED);
        assertThat(remarks("09:00", "11:00", Set.of(), Map.of(MEMBER, times(null, "10:44"))))
                .containsExactly(Remark.LONGER_THAN_SIGNED);
        assertThat(remarks("09:00", "11:00", Set.of(), Map.of(MEMBER, times(null, null)))).isEmpty();
    }

    private static Set<Remark> remarks(String from, String to, Set<Long> expected, Map<Long, Times> signed) {
        ServiceRecord record = new ServiceRecord(MEMBER, MEMBER, Instant.EPOCH);
        record.serve(new ServiceTime(at(from), at(to)));
        return Remark.of(record, Optional.of(SLOT), expected, signed);
    }

    private static Times times(String in, String out) {
        return new Times(in == null ? null : at(in), out == null ? null : at(out), false);
    }

    private static LocalDateTime at(String clock) {
        return LocalDateTime.parse("2026-06-06T" + clock);
    }
}
