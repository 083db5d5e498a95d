package org.shuangbaodao.attendance;

import java.time.LocalDateTime;
import java.util.List;

/**
 * An activity does not take place, and these people had signed up. Observed inside the cancelling transaction.
 *
 * @param memberIds those with a place and those who waited; may be empty
 */
public record ActivityCancelled(long activityId, String name, LocalDateTime startsAt, String reason, List<Long> memberIds,
        long actorId) {
}
