package org.shuangbaodao.explanation;

import org.shuangbaodao.kernel.Amounts;

/**
 * A number that an amount was worked out from.
 *
 * @param value minutes, hundredths of a point, percent or a count, as its name says
 */
public record Figure(Name name, long value) {

    /** Which one. */
    public enum Name {
        /** Of the whole record. */
        MINUTES(false),
        UNIT_MINUTES(false),
        /** Full units in the minutes. */
        UNITS(false),
        TIMES(false),
        UNIT_POINTS(true),
        COEFFICIENT(false),
        /** Most for one event. */
        MOST_PER_EVENT(true),
        /** Of the whole record. */
        POINTS(true),
        DAY_MINUTES(false),
        LIMIT(true),
        /** What the day brought. */
        DEEDS(true),
        /** What had counted before that day. */
        BEFORE(true),
        /** What had been entered by the same rule before. */
        POSTED(true),
        /** The amount that is taken back. */
        TAKEN_BACK(true),
        /** The same in minutes. */
        TAKEN_BACK_MINUTES(false);

        private final boolean points;

        Name(boolean points) {
            this.points = points;
        }
    }

    /** As people read it. */
    public String text() {
        return name.points ? Amounts.points(value) : String.valueOf(value);
    }
}
