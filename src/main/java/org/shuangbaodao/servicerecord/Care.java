package org.shuangbaodao.servicerecord;

/** How a record is confirmed. */
public enum Care {

    /** By one person. */
    ONE,
    /** Entered late: whoever confirms signs first, and somebody else of the place or above signs too. */
    TWO,
    /** More than eight hours on one day: whoever confirms signs first, and one level up looks again. */
    REVIEW,
    /** Entered after so long that those near are not asked any more. */
    SUPERIOR
}
