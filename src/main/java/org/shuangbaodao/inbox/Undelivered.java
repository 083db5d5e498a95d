package org.shuangbaodao.inbox;

import java.io.Serial;

/** A parcel did not arrive. */
class Undelivered extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    Undelivered(Failure failure) {
        this(failure, null);
    }

    Undelivered(Failure failure, Throwable cause) {
        super(failure.name(), cause);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
