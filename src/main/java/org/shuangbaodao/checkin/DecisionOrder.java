package org.shuangbaodao.checkin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Who decides for one community, the nearest level first: its secretary, the grid leads, the street, the district. A level that
 * is vacant, or whose people are all interested, passes on at once; one that stays silent shares the decision with the next
 * every ten working days. Nothing is ever decided by itself.
 */
record DecisionOrder(List<List<Long>> levels) {

    static final int SILENCE = 10;

    Set<Long> turn(LongPredicate isInterested, int workingDaysWaited) {
        int open = 1 + Math.max(0, workingDaysWaited) / SILENCE;
        Set<Long> turn = new LinkedHashSet<>();
        for (List<Long> level : levels) {
            List<Long> free = level.stream().filter(person -> !isInterested.test(person)).toList();
            if (!free.isEmpty()) {
                turn.addAll(free);
                open--;
            }
            if (open == 0) {
                break;
            }
        }
        return turn;
    }

    boolean includes(long person) {
        return levels.stream().anyMatch(level -> level.contains(person));
    }
}
