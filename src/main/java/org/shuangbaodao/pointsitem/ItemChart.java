package org.shuangbaodao.pointsitem;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.pointsitem.ItemPolicy.Seat;
import org.shuangbaodao.pointsitem.ItemPolicy.Standpoint;
import org.shuangbaodao.pointsitem.ItemPolicy.Tie;

/** Finds out how somebody stands to items: what ties him to them, and whether it is his turn. */
@ApplicationScoped
class ItemChart {

    static final List<Office> COMMITTEE = List.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.BRANCH_COMMITTEE_MEMBER);
    /** As with records: so long the superior waits for the branch. */
    static final int SILENCE = 10;

    private final Organizations organizations;
    private final Offices offices;
    private final WorkingDays workingDays;
    private final BusinessTime time;

    ItemChart(Organizations organizations, Offices offices, WorkingDays workingDays, BusinessTime time) {
        this.organizations = organizations;
        this.offices = offices;
        this.workingDays = workingDays;
        this.time = time;
    }

    /** How the person stands to each, whatever their number in a few statements. Needs a running transaction. */
    Map<Long, Standpoint> of(long actorId, Collection<PointsItem> items) {
        Map<Long, Organization> branches = new HashMap<>();
        Map<Long, Organization> found = organizations
                .byIds(items.stream().map(each -> each.branchId).collect(Collectors.toSet()));
        // A branch that was merged away is decided for where it went.
        found.forEach((id, branch) -> branches.put(id, organizations.successorOf(branch)));
        Map<Long, Map<Office, List<Long>>> holders = offices
                .holders(branches.values().stream().map(each -> each.id).collect(Collectors.toSet()));
        Map<Long, Set<Office>> reaching = new HashMap<>();
        branches.values().forEach(branch -> reaching.computeIfAbsent(branch.id, id -> offices.reaching(actorId, branch)));
        Set<Long> people = new HashSet<>(Set.of(actorId));
        items.forEach(each -> Stream.of(each.memberId, each.proposedBy).filter(Objects::nonNull).forEach(people::add));
        Map<Long, Set<Long>> asOne = offices.countingAsOneWith(people);
        Map<Long, Standpoint> standpoints = new HashMap<>();
        items.forEach(item -> {
            Organization branch = branches.get(item.branchId);
            List<Long> committee = COMMITTEE.stream().flatMap(
                    office -> holders.getOrDefault(branch.id, Map.of()).getOrDefault(office, List.of()).stream()).toList();
            standpoints.put(item.id, new Standpoint(ties(item, actorId, asOne),
                    seat(item, actorId, committee, reaching.get(branch.id), asOne)));
        });
        return standpoints;
    }

    private static Set<Tie> ties(PointsItem item, long actorId, Map<Long, Set<Long>> asOne) {
        Set<Tie> ties = EnumSet.noneOf(Tie.class);
        tie(ties, item.memberId, actorId, asOne, Tie.SUBJECT, Tie.SUBJECT_PAIR);
        tie(ties, item.proposedBy, actorId, asOne, Tie.PROPOSER, Tie.PROPOSER_PAIR);
        return ties;
    }

    private static void tie(Set<Tie> ties, Long person, long actorId, Map<Long, Set<Long>> asOne, Tie same, Tie pair) {
        if (person == null) {
            return;
        }
        if (person == actorId) {
            ties.add(same);
        } else if (asOne.get(person).contains(actorId)) {
            ties.add(pair);
        }
    }

    private Seat seat(PointsItem item, long actorId, List<Long> committee, Set<Office> reaching, Map<Long, Set<Long>> asOne) {
        if (committee.contains(actorId)) {
            return Seat.COMMITTEE;
        }
        if (!reaching.contains(Office.COMMITTEE_OFFICER)) {
            return Seat.NONE;
        }
        boolean somebodyFit = committee.stream().anyMatch(each -> Stream.of(item.memberId, item.proposedBy)
                .filter(Objects::nonNull).noneMatch(bound -> bound.equals(each) || asOne.get(bound).contains(each)));
        boolean silent = workingDays.between(BusinessTime.dateOf(item.proposedAt), time.today()) >= SILENCE;
        return somebodyFit && !silent ? Seat.SUPERIOR_WAITING : Seat.SUPERIOR;
    }
}
