package org.shuangbaodao.notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.QuarterBooks.Deed;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.pointsitem.PointsItems;
import org.shuangbaodao.servicerecord.ServiceRecord;

/**
 * With whom an objection lies: the branch's secretary, unless it is about him, about something he decided, or nobody is in
 * office; then the nearest committee above with an officer who has no part in it. Principal and deputy count as one.
 */
@ApplicationScoped
class Routing {

    private final Organizations organizations;
    private final Offices offices;
    private final PointsItems items;

    Routing(Organizations organizations, Offices offices, PointsItems items) {
        this.organizations = organizations;
        this.offices = offices;
        this.items = items;
    }

    /** Everybody who has a part in these deeds: holders, who entered, confirmed or awarded them, and who objected. */
    Set<Long> involved(Organization branch, boolean aboutDecider, Long filedBy, List<Deed> deeds) {
        Set<Long> involved = new HashSet<>();
        if (filedBy != null) {
            involved.add(filedBy);
        }
        if (aboutDecider) {
            involved.addAll(headsOf(branch));
        }
        for (Deed deed : deeds) {
            involved.add(deed.holderId());
            involved.addAll(deed.postedBy());
            if (deed.isServiceRecord()) {
                Ids.parse(deed.sourceId()).ifPresent(id -> involved.addAll(deciders(ServiceRecord.findById(id))));
            } else if (deed.sourceType().equals(Source.ITEM)) {
                Ids.parse(deed.sourceId()).ifPresent(id -> involved.addAll(items.decidersOf(id)));
            }
        }
        involved.remove(Actor.BY_ITSELF);
        return involved;
    }

    private static List<Long> deciders(ServiceRecord record) {
        return Stream.of(record.enteredBy, record.confirmedBy, record.awardedBy).filter(id -> id != null).toList();
    }

    /** Who answers first. */
    Organization first(Organization branch, boolean aboutDecider, Set<Long> involved) {
        Organization deciding = organizations.successorOf(branch);
        List<Long> heads = headsOf(deciding);
        boolean branchMay = !aboutDecider && !heads.isEmpty() && heads.stream().noneMatch(head -> isInvolved(head, involved));
        return branchMay ? deciding : above(deciding, involved).orElse(deciding);
    }

    /** The next one above that has an officer who may answer; where all have a part in it, the next that has any officer. */
    Optional<Organization> above(Organization from, Set<Long> involved) {
        List<Organization> staffed = organizations.superiorsOf(from).stream()
                .filter(superior -> !offices.holders(Office.COMMITTEE_OFFICER, superior).isEmpty()).toList();
        return staffed.stream()
                .filter(superior -> offices.holders(Office.COMMITTEE_OFFICER, superior).stream()
                        .anyMatch(officer -> !isInvolved(officer, involved)))
                .findFirst().or(() -> staffed.stream().findFirst());
    }

    /** Above whoever answered; where nobody stands above, another officer of the same organization. */
    Optional<Organization> forAppeal(Organization answered, Set<Long> involved) {
        Optional<Organization> above = above(answered, involved);
        boolean same = above.isEmpty() && offices.holders(Office.COMMITTEE_OFFICER, answered).stream()
                .anyMatch(officer -> !isInvolved(officer, involved));
        return same ? Optional.of(answered) : above;
    }

    /** Whether an office of his lets him answer for the organization. */
    boolean answersFor(long personId, Organization responsible) {
        return responsible.kind == OrganizationKind.BRANCH ? headsOf(responsible).contains(personId)
                : offices.holders(Office.COMMITTEE_OFFICER, responsible).contains(personId);
    }

    boolean isInvolved(long personId, Set<Long> involved) {
        return involved.contains(personId)
                || offices.countingAsOneWith(personId).stream().anyMatch(involved::contains);
    }

    boolean countAsOne(long first, long second) {
        return offices.countAsOne(first, second);
    }

    List<Long> headsOf(Organization branch) {
        List<Long> heads = new ArrayList<>(offices.holders(Office.BRANCH_SECRETARY, branch));
        heads.addAll(offices.holders(Office.BRANCH_DEPUTY, branch));
        return heads;
    }
}
