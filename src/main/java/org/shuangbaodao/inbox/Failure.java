package org.shuangbaodao.inbox;

/** Why a parcel did not arrive: all that is kept of what went wrong, as answers of other servers quote addresses. */
public enum Failure {

    /** Nobody answers there: tried again, and nothing else is tried on that way for the moment. */
    AWAY,
    /** The server answers, but not now. */
    BUSY,
    /** The mail server does not know the address, or will not take mail for it. */
    NO_SUCH_ADDRESS,
    /** The robot says no: wrong secret, too many calls, robot removed. */
    DECLINED,
    /** The address leads into a network that is not to be called. */
    FORBIDDEN_TARGET,
    /** Nobody wants it any more; no failure, but no message either. */
    UNWANTED,
    /** Anything else; the log tells more. */
    OTHER;

    /** Whether trying again cannot help. */
    boolean isFinal() {
        return this == NO_SUCH_ADDRESS || this == FORBIDDEN_TARGET || this == UNWANTED;
    }
}
