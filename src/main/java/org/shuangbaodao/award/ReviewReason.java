package org.shuangbaodao.award;

/** The usual reasons for sending a record back, so that nobody has to type them. */
public enum ReviewReason {
    TIME_WRONG,
    NOT_PRESENT,
    NOT_SERVICE,
    DUPLICATE,
    UNCLEAR,
    WRONG_COMMUNITY
}
