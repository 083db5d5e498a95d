package org.shuangbaodao.appraisal;

import org.shuangbaodao.kernel.Amounts;

/**
 * How far somebody has come in a year. Shown as progress and never as passed or failed.
 *
 * @param exempt whether nothing is asked of him
 * @param minutesAsked for the days that count, null where time is not asked
 * @param timesAsked null where times are not asked
 * @param days of the year that count for him, of {@code daysOfYear}
 */
public record Progress(int year, boolean exempt, Integer minutesAsked, Integer timesAsked, long minutes, int times, int days,
        int daysOfYear) {

    /** Per cent of what is asked, at most 100: the further of the two where both are asked, as either will do. */
    public int percent() {
        int byTime = minutesAsked == null || minutesAsked == 0 ? 0 : (int) Math.min(100, minutes * 100 / minutesAsked);
        int byTimes = timesAsked == null || timesAsked == 0 ? 0 : Math.min(100, times * 100 / timesAsked);
        return Math.max(byTime, byTimes);
    }

    public String hours() {
        return Amounts.hours(minutes);
    }

    public String hoursAsked() {
        return minutesAsked == null ? null : Amounts.hours(minutesAsked);
    }
}
