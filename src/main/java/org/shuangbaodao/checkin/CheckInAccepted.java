package org.shuangbaodao.checkin;

import java.time.LocalDate;

/** The community has accepted, valid from {@code validFrom}. */
public record CheckInAccepted(long checkInId, Long memberId, long communityId, LocalDate validFrom, String receiptNumber)
        implements
            CheckInEvent {
}
