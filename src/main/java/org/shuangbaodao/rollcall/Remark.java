package org.shuangbaodao.rollcall;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.attendance.Signings.Times;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** Why a record of an activity is looked at by itself. Each is a question, none a finding. */
public enum Remark {

    /** Others had signed up for the activity, he had not. */
    NOT_SIGNED_UP,
    /** Begins or ends more than a quarter of an hour beside the slot. */
    OTHER_TIMES,
    /** Others signed in by the code, he did not. */
    NOT_SIGNED_IN,
    /** Reports more than he was there by his own signing. */
    LONGER_THAN_SIGNED,
    /** Signed with a phone that signed for others too. */
    SHARED_PHONE,
    /** Somebody else entered another record over the same time. */
    OVERLAPPING;

    private static final Duration SLACK = Duration.ofMinutes(15);

    /**
     * @param expected who had a place
     * @param signed when people came and went in that slot, empty where nobody used the code
     */
    static Set<Remark> of(ServiceRecord record, Optional<Slot> slot, Set<Long> expected, Map<Long, Times> signed) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        if (!expected.isEmpty() && !expected.contains(record.memberId)) {
            remarks.add(NOT_SIGNED_UP);
        }
        if (slot.filter(it -> near(it.startsAt(), record.startedAt) && near(it.endsAt(), record.endedAt)).isEmpty()) {
            remarks.add(OTHER_TIMES);
        }
        Times times = signed.get(record.memberId);
        if (!signed.isEmpty() && times == null) {
            remarks.add(NOT_SIGNED_IN);
        }
        if (times != null && (times.in() != null && times.in().minus(SLACK).isAfter(record.startedAt)
                || times.out() != null && times.out().plus(SLACK).isBefore(record.endedAt))) {
            remarks.add(LONGER_THAN_SIGNED);
        }
        if (record.overlapping) {
            remarks.add(OVERLAPPING);
        }
        return remarks;
    }

    private static boolean near(LocalDateTime one, LocalDateTime other) {
        return Duration.between(one, other).abs().compareTo(SLACK) <= 0;
    }
}
