package org.shuangbaodao.appraisal;

/**
 * 星级: by all volunteer hours that have been in public notice, for life. The steps are those of the ministry's 民函〔2012〕340号;
 * whether a star is conferred is decided by who confers it.
 */
public enum StarLevel {
    NONE(0),
    ONE(100),
    TWO(300),
    THREE(600),
    FOUR(1000),
    FIVE(1500);

    private final int hours;

    StarLevel(int hours) {
        this.hours = hours;
    }

    public static StarLevel of(long minutes) {
        StarLevel reached = NONE;
        for (StarLevel level : values()) {
            if (minutes >= level.hours * 60L) {
                reached = level;
            }
        }
        return reached;
    }

    public int stars() {
        return ordinal();
    }

    public int hours() {
        return hours;
    }

    /** The level after this one, or null at the top. */
    public StarLevel next() {
        return this == FIVE ? null : values()[ordinal() + 1];
    }
}
