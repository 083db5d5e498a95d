package org.shuangbaodao.activity;

/** 固定服务日: how an activity comes again. */
public enum Repeat {
    NEVER,
    /** The same day of each week. */
    WEEKLY,
    /** The same day of each month; a month without it has its last day instead. */
    MONTHLY,
    /** The same weekday of each month, as the first Saturday; from the 29th on, the last one. */
    MONTHLY_WEEKDAY
}
