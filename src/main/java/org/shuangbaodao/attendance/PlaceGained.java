package org.shuangbaodao.attendance;

import java.time.LocalDateTime;

/** Somebody moved up from the waiting list. Observed inside the transaction that freed the place. */
public record PlaceGained(long activityId, String name, LocalDateTime startsAt, long memberId) {
}
