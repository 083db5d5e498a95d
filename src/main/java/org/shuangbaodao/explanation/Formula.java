package org.shuangbaodao.explanation;

/** How an amount follows from its {@linkplain Figure figures}; the page says it in words. */
public enum Formula {

    /** Minutes of the business date between start and end. */
    MINUTES,
    /** Full units times points times coefficient, at most the cap per event, shared over the dates by minutes. */
    TIME,
    WORKING_TIME,
    /** So many times so much. */
    EVENTS,
    DAILY_CAP,
    CYCLE_CAP,
    YEAR_CAP,
    /** Of deductions: the limit is negative. */
    DEDUCTION_CAP,
    HIGHEST_ONLY,
    FLOOR,
    CAP_LIFTED,
    REVERSAL
}
