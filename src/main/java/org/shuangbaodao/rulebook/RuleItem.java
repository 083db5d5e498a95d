package org.shuangbaodao.rulebook;

/**
 * One line of the rulebook about service time.
 *
 * @param code as printed in the rules, for example {@code SV-01}
 * @param hundredths of a point for each full unit
 * @param unitMinutes length of a unit; what does not fill one earns nothing
 * @param dailyCap most hundredths that one business date can bring
 */
public record RuleItem(String code, long hundredths, int unitMinutes, long dailyCap) {

    /** Hundredths of a point for a whole record. */
    public long pointsFor(int minutes) {
        return minutes / unitMinutes * hundredths;
    }
}
