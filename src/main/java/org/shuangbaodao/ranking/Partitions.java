package org.shuangbaodao.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.organization.OrganizationKind;

/** Cuts the two trees into cells, period by period. */
@ApplicationScoped
class Partitions {

    private final BoardQueries queries;
    private final Standings standings;
    private final CheckIns checkIns;
    private final FrozenPlaces frozenPlaces;
    private final BusinessTime time;
    private final Kept<OrganizationKind, Map<Long, Place>> trees = new Kept<>();
    private final Kept<Key, Partition> kept = new Kept<>();

    Partitions(BoardQueries queries, Standings standings, CheckIns checkIns, FrozenPlaces frozenPlaces, BusinessTime time) {
        this.queries = queries;
        this.standings = standings;
        this.checkIns = checkIns;
        this.frozenPlaces = frozenPlaces;
        this.time = time;
    }

    /** @param leaf {@code BRANCH} for the party's tree, {@code COMMUNITY} for the territory's */
    Partition of(OrganizationKind leaf, Period period, BoardEdition.Edition edition) {
        return kept.get(new Key(leaf, period), edition.trees(), () -> cut(leaf, period, edition));
    }

    /** As it was cut last. */
    Optional<Partition> last(OrganizationKind leaf, Period period) {
        return kept.last(new Key(leaf, period));
    }

    /** The quarters whose figures add up to those of the period: the quarter itself, or all booked ones in it. */
    List<Period> quarters(Period period) {
        if (period.isQuarter()) {
            return List.of(period);
        }
        return standings.bookedQuarters().stream()
                .filter(quarter -> period.equals(Period.ALL) || quarter.year().equals(period)).toList();
    }

    private Partition cut(OrganizationKind leaf, Period period, BoardEdition.Edition edition) {
        Map<Long, Place> present = trees.get(leaf, edition.trees(), () -> queries.places(leaf));
        Tree tree = tree(leaf, period, present);
        List<Cell> cells = Cells.of(tree.nodes);
        if (!period.isQuarter()) {
            List<List<Cell>> shorter = new ArrayList<>();
            Set<Long> hidden = new HashSet<>();
            for (Period quarter : quarters(period)) {
                Tree then = tree(leaf, quarter, present);
                List<Cell> cut = Cells.of(then.nodes);
                shorter.add(cut.stream().filter(cell -> cell.leaves().stream().anyMatch(then.booked::contains)).toList());
                hidden.addAll(then.unshown(cut));
            }
            cells = Homes.of(Cells.joined(cells, shorter, hidden), tree.places);
        }
        return Partition.of(dayOf(period), tree.places, cells);
    }

    private Tree tree(OrganizationKind leaf, Period period, Map<Long, Place> present) {
        FrozenTree frozen = frozenPlaces.of(period);
        Map<Long, Place> places = frozen.applied(present);
        Set<Long> booked = standings.organizations(leaf, period).keySet();
        LocalDate day = dayOf(period);
        Map<Long, Integer> heads = frozen.whole() ? Map.of()
                : leaf == OrganizationKind.BRANCH ? queries.headCounts(Period.quarterOf(day).key(), day)
                        : checkIns.registeredMembers(day);
        return new Tree(places, places.values().stream().map(place -> new Cells.Node(place.id(), place.parentId(),
                place.kind() == leaf, place.kind() == leaf ? frozen.members(place.id(), heads) : 0,
                booked.contains(place.id()))).toList(), booked);
    }

    /**
     * A tree as it was in a period.
     *
     * @param booked the leaves with figures
     */
    private record Tree(Map<Long, Place> places, List<Cells.Node> nodes, Set<Long> booked) {

        Set<Long> unshown(List<Cell> cells) {
            Set<Long> unshown = new HashSet<>(booked);
            unshown.removeIf(id -> !places.containsKey(id));
            cells.forEach(cell -> unshown.removeAll(cell.leaves()));
            return unshown;
        }
    }

    /** Heads are counted on the period's last day, today while it runs. */
    LocalDate dayOf(Period period) {
        LocalDate today = time.today();
        return period.lastDay().isAfter(today) ? today : period.lastDay();
    }

    private record Key(OrganizationKind leaf, Period period) {
    }
}
