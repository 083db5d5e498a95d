package org.shuangbaodao.ledger;

/** Voluntary and party-duty time never mix (民政部令67号 art. 19); points are in hundredths. */
public enum Book {
    VOLUNTEER_MINUTES,
    DUTY_MINUTES,
    POINTS;

    public boolean isMinutes() {
        return this != POINTS;
    }
}
