package org.shuangbaodao.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who of those who agreed can be named without giving the others away: in each cell the people left out are nobody, or five and
 * more. A cell where that fails names nobody; what its people did elsewhere then counts as left out there, so it is asked again
 * until nothing changes.
 */
final class Listing {

    /** People whose sum may follow from subtraction, at least. */
    static final int FEWEST_LEFT_OUT = 5;

    private Listing() {
    }

    /**
     * Somebody whose work is in the figures of a board.
     *
     * @param agreed whether he may be named at all
     * @param home of the cell he belongs to, null when he belongs to none that is shown
     * @param cells the homes of every cell he is counted in: as a member, or by what was booked for him in it before he moved
     */
    record Person(long id, boolean agreed, Long home, Set<Long> cells) {
    }

    static Set<Long> of(Collection<Person> people) {
        Set<Long> silent = new HashSet<>();
        while (true) {
            Map<Long, Integer> leftOut = new HashMap<>();
            Set<Long> listed = new HashSet<>();
            for (Person person : people) {
                if (person.agreed && person.home != null && !silent.contains(person.home)) {
                    listed.add(person.id);
                } else {
                    person.cells.forEach(cell -> leftOut.merge(cell, 1, Integer::sum));
                }
            }
            leftOut.values().removeIf(count -> count >= FEWEST_LEFT_OUT);
            if (!silent.addAll(leftOut.keySet())) {
                return listed;
            }
        }
    }
}
