package org.shuangbaodao.checkin;

/** A unit has registered this member, who must be told and may refuse. */
public record CheckInAwaitsMember(long checkInId, Long memberId, long communityId, long unitId) implements CheckInEvent {
}
