package org.shuangbaodao.ledger;

/** Voluntary and party-duty time never mix (民政部令67号 art. 19); points are in hundredths. */
public enum Book {
    VOLUNTEER_MINUTES,
    DUTY_MINUTES,
    /** 双报到服务积分. */
    POINTS,
    /** What branches count beside it for the 党员积分百分制; on no board. */
    HUNDRED_POINTS;

    public boolean isMinutes() {
        return this == VOLUNTEER_MINUTES || this == DUTY_MINUTES;
    }

    /** Whether public boards count it. */
    public boolean isOnBoards() {
        return this != HUNDRED_POINTS;
    }
}
