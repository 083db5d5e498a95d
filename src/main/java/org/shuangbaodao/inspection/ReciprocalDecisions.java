package org.shuangbaodao.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who decides about whom, and whether it goes both ways. Principal and deputy are one party. Pure. */
final class ReciprocalDecisions {

    private ReciprocalDecisions() {
    }

    /** How often somebody confirmed or awarded another one's service. */
    record Decisions(long deciderId, long holderId, long records, long minutes, List<Long> recordIds) {
    }

    private record Direction(long from, long to) {
    }

    /** @param asOne who counts as one with whom */
    static List<Observation> both(Collection<Decisions> all, Map<Long, Set<Long>> asOne) {
        Map<Long, Long> party = parties(all, asOne);
        Map<Direction, List<Decisions>> ways = new HashMap<>();
        for (Decisions each : all) {
            long from = party.get(each.deciderId);
            long to = party.get(each.holderId);
            if (from != to) {
                ways.computeIfAbsent(new Direction(from, to), way -> new ArrayList<>()).add(each);
            }
        }
        List<Observation> found = new ArrayList<>();
        ways.forEach((way, there) -> {
            List<Decisions> back = ways.getOrDefault(new Direction(way.to, way.from), List.of());
            if (way.from < way.to && Math.min(records(there), records(back)) >= Thresholds.DECISIONS_EACH_WAY) {
                found.add(observation(way, there, back));
            }
        });
        return found;
    }

    // The lowest id stands for all who are linked.
    private static Map<Long, Long> parties(Collection<Decisions> all, Map<Long, Set<Long>> asOne) {
        Map<Long, Long> party = new TreeMap<>();
        all.forEach(each -> Stream.of(each.deciderId, each.holderId).forEach(id -> {
            Set<Long> one = new TreeSet<>(asOne.getOrDefault(id, Set.of()));
            one.add(id);
            party.put(id, one.iterator().next());
        }));
        return party;
    }

    private static Observation observation(Direction way, List<Decisions> there, List<Decisions> back) {
        List<Decisions> both = Stream.concat(there.stream(), back.stream()).toList();
        return new Observation(List.of(way.from, way.to),
                both.stream().flatMap(each -> Stream.of(each.deciderId, each.holderId)).distinct().sorted().toList(), null,
                Math.min(records(there), records(back)), records(there) + records(back),
                both.stream().mapToLong(Decisions::minutes).sum(), both.stream().flatMap(each -> each.recordIds.stream())
                        .distinct().sorted().limit(Observation.MOST_RECORDS).toList());
    }

    private static long records(List<Decisions> decisions) {
        return decisions.stream().mapToLong(Decisions::records).sum();
    }
}
