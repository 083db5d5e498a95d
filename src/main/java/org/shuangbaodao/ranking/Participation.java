package org.shuangbaodao.ranking;

import java.util.Collection;

/**
 * How many of the members counted have confirmed minutes. Leaves this package in full fives only: beside a row of eleven
 * people, the exact number would tell about single ones, and two numbers less each other about the one who came between.
 */
public final class Participation {

    private static final int STEP = 5;

    private final int served;
    private final int members;

    private Participation(int served, int members) {
        this.served = served;
        this.members = members;
    }

    /** @param served as booked; somebody who moved on may be among them, so there can be more of them than members */
    static Participation of(int served, int members) {
        return new Participation(Math.min(served, members), members);
    }

    static Participation sum(Collection<Participation> parts) {
        return new Participation(parts.stream().mapToInt(part -> part.served).sum(),
                parts.stream().mapToInt(part -> part.members).sum());
    }

    /** Rounded to the nearest five, never above the members: 1 or 2 are told as 0, 3 to 7 as 5. */
    public int participants() {
        return Math.min((served + STEP / 2) / STEP, members / STEP) * STEP;
    }

    /** Of the rounded number, in whole per cent, cut. */
    public int percent() {
        return members == 0 ? 0 : participants() * 100 / members;
    }

    /** Does not tell what it holds, wherever it is printed. */
    @Override
    public String toString() {
        return "about " + participants() + " of " + members;
    }
}
