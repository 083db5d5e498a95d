package org.shuangbaodao.inbox;

/** Where a parcel stands. */
public enum ParcelState {
    /** To be sent, or to be tried again. */
    WAITING,
    SENT,
    /** Tried often enough; an administrator can have it sent again. */
    GIVEN_UP,
    /** Nobody wants it any more: the address or robot was taken away, the code is over. */
    DROPPED
}
