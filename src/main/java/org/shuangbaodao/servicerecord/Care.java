package org.shuangbaodao.servicerecord;

/** How a record is confirmed. */
public enum Care {

    /** By one person. */
    ONE,
    /** More than eight hours on one day: whoever confirms signs first, and one level up looks again. */
    REVIEW
}
