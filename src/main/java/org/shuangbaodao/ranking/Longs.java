package org.shuangbaodao.ranking;

import java.util.Arrays;

/** A list of numbers without a box around each. */
final class Longs {

    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void addToLast(long more) {
        values[size - 1] = Math.addExact(values[size - 1], more);
    }

    long get(int index) {
        return values[index];
    }

    long last() {
        return values[size - 1];
    }

    int size() {
        return size;
    }

    /** Where the numbers are ascending; negative when it is not there. */
    int indexOf(long value) {
        return Arrays.binarySearch(values, 0, size, value);
    }

    /** What is in either, both ascending, each number once. */
    static long[] union(Longs one, Longs other) {
        Longs both = new Longs();
        int i = 0;
        int j = 0;
        while (i < one.size || j < other.size) {
            long next = j == other.size || i < one.size && one.values[i] <= other.values[j] ? one.values[i++]
                    : other.values[j++];
            if (both.size == 0 || both.last() != next) {
                both.add(next);
            }
        }
        return Arrays.copyOf(both.values, both.size);
    }
}
