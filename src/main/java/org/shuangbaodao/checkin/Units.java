package org.shuangbaodao.checkin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Consent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.RosterState;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** The units and branches one person speaks for, and how their members stand. */
@ApplicationScoped
class Units {

    private static final int MOST = 200;

    private final Organizations organizations;
    private final Members members;
    private final Cards cards;
    private final AuditTrail audit;
    private final BusinessTime time;

    Units(Organizations organizations, Members members, Cards cards, AuditTrail audit, BusinessTime time) {
        this.organizations = organizations;
        this.members = members;
        this.cards = cards;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A member on the branch's roster.
     *
     * @param registrable consented to recording and to exchange
     * @param cards of this year; empty also where the member keeps branch and community apart
     */
    record Person(String id, String name, String number, boolean registrable, List<Cards.Card> cards) {
    }

    /** Units the actor or his branch belongs to, and those below a committee he is an officer of. */
    List<Organization> of(long actorId) {
        List<Organization> units = new ArrayList<>();
        for (Organization place : places(actorId)) {
            if (place.unit) {
                units.add(place);
                continue;
            }
            organizations.superiorsOf(place).stream().filter(superior -> superior.unit).findFirst().ifPresentOrElse(units::add,
                    () -> units.addAll(Organization.<Organization> find("unit = true and path like ?1 order by sortKey, code",
                            place.path + "%").range(0, MOST - 1).list()));
        }
        return units.stream().distinct().toList();
    }

    boolean speaksForUnit(long actorId, Organization unit) {
        return places(actorId).stream().anyMatch(place -> place.holds(unit));
    }

    List<Organization> branches(long actorId, Organization unit) {
        List<Organization> places = places(actorId);
        return organizations.below(unit, OrganizationKind.BRANCH).stream()
                .filter(branch -> places.stream().anyMatch(place -> place.holds(branch))).toList();
    }

    List<Person> people(long actorId, Organization branch) {
        LocalDate today = time.today();
        List<Long> ids = Affiliation.<Affiliation> list("branchId = ?1 and rosterState = ?2 and validFrom <= ?3"
                + " and (validTo is null or validTo >= ?3)", branch.id, RosterState.APPROVED, today).stream()
                .map(each -> each.memberId).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Set<ConsentPurpose>> consents = new HashMap<>();
        Consent.<Consent> list("memberId in ?1 and given = true", ids).forEach(word -> consents
                .computeIfAbsent(word.memberId, any -> EnumSet.noneOf(ConsentPurpose.class)).add(word.purpose));
        Map<Long, List<CheckIn>> checkIns = new HashMap<>();
        CheckIn.<CheckIn> list("holder = ?1 and memberId in ?2 and period >= ?3 order by id desc", CheckIn.Holder.MEMBER, ids,
                Period.quarterOf(today).year().key())
                .forEach(each -> checkIns.computeIfAbsent(each.memberId, any -> new ArrayList<>()).add(each));
        audit.done(actorId, Audited.of("check-in-list", "organization", branch.id).detail("rows=" + ids.size()));
        return members.byIds(ids).values().stream().sorted(Comparator.comparing((Member each) -> each.sortKey)
                .thenComparing(each -> each.id)).map(each -> {
                    Set<ConsentPurpose> given = consents.getOrDefault(each.id, Set.of());
                    boolean shared = given.contains(ConsentPurpose.EXCHANGE);
                    return new Person(Ids.text(each.id), each.name, each.number,
                            shared && given.contains(ConsentPurpose.RECORDING),
                            shared ? cards.of(checkIns.getOrDefault(each.id, List.of())) : List.of());
                }).toList();
    }

    private List<Organization> places(long actorId) {
        return Appointment.heldBy(actorId, time.today()).stream().filter(held -> Sight.SPEAKS_FOR_PARTY.contains(held.office))
                .map(held -> organizations.byId(held.organizationId))
                .filter(place -> place.tree == OrganizationKind.Tree.PARTY).toList();
    }
}
