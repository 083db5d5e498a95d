package org.shuangbaodao.checkin;

/**
 * The community has declined, or the member what his unit entered.
 *
 * @param requestedBy who entered it and wants to know
 */
public record CheckInDeclined(long checkInId, Long memberId, long communityId, long requestedBy, RefusalReason reason)
        implements
            CheckInEvent {
}
