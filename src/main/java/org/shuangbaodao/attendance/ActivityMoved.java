package org.shuangbaodao.attendance;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Time or place of an activity changed after these people had signed up. Observed inside the changing transaction.
 *
 * @param startsAt the new beginning
 * @param memberIds those with a place and those who wait; never empty
 */
public record ActivityMoved(long activityId, String name, LocalDateTime startsAt, String place, List<Long> memberIds,
        long actorId) {
}
