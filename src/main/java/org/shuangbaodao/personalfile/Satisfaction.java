package org.shuangbaodao.personalfile;

import java.util.Collection;
import java.util.OptionalInt;

/** 服务质量评价, the five steps of 好差评. */
public enum Satisfaction {
    VERY_SATISFIED(5),
    SATISFIED(4),
    FAIRLY_SATISFIED(3),
    DISSATISFIED(2),
    VERY_DISSATISFIED(1);

    /** Of fewer there is no average: it would tell what single people said. */
    static final int FEWEST = 5;

    private final int steps;

    Satisfaction(int steps) {
        this.steps = steps;
    }

    public int steps() {
        return steps;
    }

    /** Tenths of a step, rounded half up; empty below {@link #FEWEST}. */
    static OptionalInt average(Collection<Satisfaction> given) {
        int sum = given.stream().mapToInt(Satisfaction::steps).sum();
        int count = given.size();
        return count < FEWEST ? OptionalInt.empty() : OptionalInt.of((sum * 20 + count) / (2 * count));
    }
}
