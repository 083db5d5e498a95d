package org.shuangbaodao.kernel;

/** The one place where stored integers become what people read. */
public final class Amounts {

    private Amounts() {
    }

    /** Hundredths of a point as points: 1250 → {@code 12.50}. */
    public static String points(long hundredths) {
        long whole = Math.abs(hundredths);
        return "%s%d.%02d".formatted(hundredths < 0 ? "-" : "", whole / 100, whole % 100);
    }

    /** Minutes as hours with one decimal, rounded down so that nobody is credited time not given: 119 → {@code 1.9}. */
    public static String hours(long minutes) {
        long tenths = Math.abs(minutes) * 10 / 60;
        return "%s%d.%d".formatted(minutes < 0 ? "-" : "", tenths / 10, tenths % 10);
    }
}
