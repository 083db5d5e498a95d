package org.shuangbaodao.checkin;

/**
 * What happened to a check-in, fired in the transaction that did it.
 *
 * @see CheckInRequested
 */
public sealed interface CheckInEvent
        permits CheckInRequested, CheckInAwaitsMember, CheckInAccepted, CheckInDeclined, CheckInEnded {

    long checkInId();

    /** The member it is about; null when a unit registered itself. */
    Long memberId();

    long communityId();
}
