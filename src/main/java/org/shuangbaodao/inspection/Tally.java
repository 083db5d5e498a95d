package org.shuangbaodao.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.shuangbaodao.inspection.DrawnRecord.Result;

/**
 * What came out, as the public may see it. Below five no figure is told, none at all is told like four, and the largest is told
 * as "at least", so that nothing can be worked out by subtraction.
 */
record Tally(Map<Tally.Line, Integer> counts) {

    static final Tally NONE = new Tally(Map.of());
    /** No figure of fewer is told to the public. */
    private static final int SMALL = 5;

    /** A line of the result. */
    enum Line {
        HAPPENED,
        PARTLY,
        DID_NOT_HAPPEN,
        NOT_FOUND,
        /** Nobody has been asked yet. */
        OPEN;

        static Line of(Result result) {
            return result == null ? OPEN : valueOf(result.name());
        }
    }

    /** How exactly a line is told. */
    enum Exactness {
        FEWER_THAN_FIVE,
        EXACTLY,
        AT_LEAST
    }

    /** @param count the figure to be shown; 5 where it says that there are fewer */
    record Shown(Line line, Exactness exactness, int count) {
    }

    /** By check. */
    static Map<Long, Tally> of(EntityManager database, Collection<Long> checkIds) {
        Map<Long, Tally> tallies = new HashMap<>();
        database.createQuery("select d.spotCheckId as id, d.result as result, count(d) as n from DrawnRecord d"
                + " where d.spotCheckId in :ids group by d.spotCheckId, d.result", Tuple.class).setParameter("ids", checkIds)
                .getResultList().forEach(
                        row -> tallies.computeIfAbsent(row.get("id", Long.class),
                                id -> new Tally(new EnumMap<>(Line.class))).counts
                                .put(Line.of(row.get("result", Result.class)), row.get("n", Long.class).intValue()));
        return tallies;
    }

    List<Shown> shown(int sample) {
        List<Line> told = new ArrayList<>();
        for (Line line : Line.values()) {
            if (count(line) >= SMALL) {
                told.add(line);
            }
        }
        int hidden = Line.values().length - told.size();
        Line largest = told.stream().max(Comparator.comparingInt(this::count)).orElse(null);
        int others = told.stream().filter(line -> line != largest).mapToInt(this::count).sum();
        List<Shown> shown = new ArrayList<>();
        for (Line line : Line.values()) {
            if (!told.contains(line)) {
                shown.add(new Shown(line, Exactness.FEWER_THAN_FIVE, SMALL));
            } else if (line == largest && hidden > 0) {
                shown.add(new Shown(line, Exactness.AT_LEAST, Math.max(SMALL, sample - others - hidden * (SMALL - 1))));
            } else {
                shown.add(new Shown(line, Exactness.EXACTLY, count(line)));
            }
        }
        return shown;
    }

    private int count(Line line) {
        return counts.getOrDefault(line, 0);
    }
}
