package org.shuangbaodao.inspection;

import org.shuangbaodao.kernel.Amounts;

/** What may stand out in a quarter. Each is a question somebody should look at, never a finding against anybody. */
enum Pattern {

    /** 批量代录: one person enters many for others who did not sign in themselves. */
    BULK_ON_BEHALF,
    /** 本人否认: members deny what one person entered for them. */
    DENIED_ENTRIES,
    /** 从未登录: one person enters for people who never logged in. */
    NEVER_LOGGED_IN,
    /** 内容雷同: one person enters the same times and text for several, outside any activity. */
    IDENTICAL_ENTRIES,
    /** 互相审批: two decide about each other's service, themselves or through their deputies. */
    RECIPROCAL_DECISIONS,
    /** 补录占比: much of what one person confirms came late. */
    LATE_CONFIRMATIONS,
    /** 卡满八小时: day after day just what a day brings. */
    FULL_DAYS,
    /** 一天两次: two records a day for months. */
    TWO_A_DAY,
    /** 一机多签: one phone signs for several people in one slot. */
    SHARED_PHONE,
    /** 同机成对: the same two people share a phone again and again. */
    PHONE_PAIR,
    /** 一人两号: two numbers of one name and birth date, both credited. */
    SAME_PERSON,
    /** 年底突击: much of a member's year was handed in during its last weeks. */
    YEAR_END_REPORTS,
    /** 年底集中确认: much of what one person confirms of a year he confirms in its last weeks. */
    YEAR_END_CONFIRMATIONS;

    /** Whether it looks at the whole year of a fourth quarter instead of the quarter. */
    boolean isYearly() {
        return this == YEAR_END_REPORTS || this == YEAR_END_CONFIRMATIONS;
    }

    /** From where on it stands out, as figures that need no language. */
    String threshold() {
        return switch (this) {
            case BULK_ON_BEHALF -> "≥ %d / ≥ %d & ≥ %d %%".formatted(Thresholds.ENTRIES_ON_BEHALF,
                    Thresholds.FEWEST_ON_BEHALF, Thresholds.SHARE_ON_BEHALF);
            case DENIED_ENTRIES -> atLeast(Thresholds.DENIALS);
            case NEVER_LOGGED_IN -> "≥ %d / ≥ %s h".formatted(Thresholds.PEOPLE_NEVER_LOGGED_IN,
                    Amounts.hours(Thresholds.MINUTES_NEVER_LOGGED_IN));
            case IDENTICAL_ENTRIES -> atLeast(Thresholds.PEOPLE_ALIKE);
            case RECIPROCAL_DECISIONS -> "≥ %1$d + ≥ %1$d".formatted(Thresholds.DECISIONS_EACH_WAY);
            case LATE_CONFIRMATIONS -> "≥ %d & ≥ %d %%".formatted(Thresholds.FEWEST_LATE, Thresholds.SHARE_LATE);
            case FULL_DAYS -> "≥ %d (%s–%s h)".formatted(Thresholds.FULL_DAYS, Amounts.hours(Thresholds.FULL_DAY_FROM),
                    Amounts.hours(Thresholds.FULL_DAY_TO));
            case TWO_A_DAY -> atLeast(Thresholds.DAYS_WITH_TWO);
            case SHARED_PHONE -> atLeast(Thresholds.PEOPLE_ON_A_PHONE);
            case PHONE_PAIR -> atLeast(Thresholds.SLOTS_OF_A_PAIR);
            case SAME_PERSON -> "≥ 1 + ≥ 1";
            case YEAR_END_REPORTS -> atYearEnd(Thresholds.MINUTES_AT_YEAR_END);
            case YEAR_END_CONFIRMATIONS -> atYearEnd(Thresholds.MINUTES_CONFIRMED_AT_YEAR_END);
        };
    }

    private static String atLeast(int count) {
        return "≥ " + count;
    }

    private static String atYearEnd(int minutes) {
        return "≥ %s h & ≥ %d %%".formatted(Amounts.hours(minutes), Thresholds.SHARE_AT_YEAR_END);
    }
}
