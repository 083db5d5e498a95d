package org.shuangbaodao.checkin;

/** It waits for the community: registered by the member or a unit, or agreed to by the member. */
public record CheckInRequested(long checkInId, Long memberId, long communityId) implements CheckInEvent {
}
