package org.shuangbaodao.checkin;

import java.time.LocalDate;

/**
 * Withdrawn, or ended by a move.
 *
 * @param lastDay last day it is valid; null when it never was
 */
public record CheckInEnded(long checkInId, Long memberId, long communityId, LocalDate lastDay, boolean moved)
        implements
            CheckInEvent {
}
