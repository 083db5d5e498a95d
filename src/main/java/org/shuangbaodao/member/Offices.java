package org.shuangbaodao.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/**
 * Who holds which office where, today. An office reaches its own organization; a committee officer's reaches everything below
 * it, in the party tree, and for a street or area in the territory's. Administrators reach nothing here.
 */
@ApplicationScoped
public class Offices {

    private final Organizations organizations;
    private final BusinessTime time;

    Offices(Organizations organizations, BusinessTime time) {
        this.organizations = organizations;
        this.time = time;
    }

    /** The offices that let {@code memberId} act for {@code organization} today. */
    public Set<Office> reaching(long memberId, Organization organization) {
        LocalDate today = time.today();
        List<Long> superiors = organization.superiors();
        return Appointment.heldBy(memberId, today).stream()
                .filter(held -> held.organizationId.equals(organization.id)
                        || held.office == Office.COMMITTEE_OFFICER && superiors.contains(held.organizationId)
                        || held.office == Office.AUDITOR && superiors.contains(held.organizationId)
                        || held.office == Office.BRANCH_SECRETARY && superiors.contains(held.organizationId)
                                && organization.kind == OrganizationKind.CELL)
                .map(held -> held.office)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Problem {@code common/forbidden} if none of the {@code offices} reaches the organization */
    public void require(long memberId, Organization organization, Office... offices) {
        Set<Office> held = reaching(memberId, organization);
        for (Office office : offices) {
            if (held.contains(office)) {
                return;
            }
        }
        throw new Problem(CommonProblem.FORBIDDEN);
    }

    /** Members who hold {@code office} in exactly this organization today. */
    public List<Long> holders(Office office, Organization organization) {
        return Appointment.holding(office, organization.id, time.today()).stream().map(each -> each.memberId).toList();
    }

    /** The same for many organizations and all offices: members by organization and office. */
    public Map<Long, Map<Office, List<Long>>> holders(Collection<Long> organizationIds) {
        Map<Long, Map<Office, List<Long>>> holders = new HashMap<>();
        Appointment.in(organizationIds, time.today()).forEach(held -> holders
                .computeIfAbsent(held.organizationId, id -> new EnumMap<>(Office.class))
                .computeIfAbsent(held.office, office -> new ArrayList<>()).add(held.memberId));
        return holders;
    }

    /** Officers of the nearest superior organization that has any. */
    public Optional<Superior> superiorOfficers(Organization organization) {
        for (Organization superior : organizations.superiorsOf(organization)) {
            List<Long> officers = holders(Office.COMMITTEE_OFFICER, superior);
            if (!officers.isEmpty()) {
                return Optional.of(new Superior(superior, officers));
            }
        }
        return Optional.empty();
    }

    /** A superior organization and its officers. */
    public record Superior(Organization organization, List<Long> officers) {
    }

    /** An office somebody exercises while its holder is away. */
    public record StandIn(Office office, long organizationId, long principalId, long memberId, LocalDate from, LocalDate to) {
    }

    /** For whom this person stands in today. */
    public List<StandIn> standingIn(long memberId) {
        return standIns(Appointment.heldBy(memberId, time.today()));
    }

    /** Who stands in for this person, today or later. */
    public List<StandIn> standingInFor(long memberId) {
        return standIns(Appointment.list("standsInFor = ?1 and state = ?2 and validTo >= ?3 order by validFrom, id", memberId,
                AppointmentState.IN_FORCE, time.today()));
    }

    private static List<StandIn> standIns(List<Appointment> held) {
        return held.stream().filter(Appointment::isStandIn).map(each -> new StandIn(each.office, each.organizationId,
                each.standsInFor, each.memberId, each.validFrom, each.validTo)).toList();
    }

    /**
     * Principal and deputy of one organization count as one person, and so do a principal and all who stand in for him, until
     * what was decided meanwhile can hardly be open any more: who counts as one with this person, himself left out.
     */
    public Set<Long> countingAsOneWith(long memberId) {
        return countingAsOneWith(List.of(memberId)).get(memberId);
    }

    /** The same for many people in three statements; everybody asked about is in the answer. */
    public Map<Long, Set<Long>> countingAsOneWith(Collection<Long> memberIds) {
        LocalDate today = time.today();
        Map<Long, Set<Long>> asOne = new HashMap<>();
        memberIds.forEach(id -> asOne.put(id, new HashSet<>()));
        List<Appointment> paired = Appointment.heldBy(memberIds, today).stream().filter(held -> held.office.pair() != null)
                .toList();
        Map<Long, List<Appointment>> others = Appointment
                .in(paired.stream().map(held -> held.organizationId).distinct().toList(), today).stream()
                .collect(Collectors.groupingBy(held -> held.organizationId));
        for (Appointment held : paired) {
            others.getOrDefault(held.organizationId, List.of()).stream()
                    .filter(other -> other.office == held.office.pair() && !other.memberId.equals(held.memberId))
                    .forEach(other -> asOne.get(held.memberId).add(other.memberId));
        }
        addStandIns(asOne, today);
        return asOne;
    }

    private static void addStandIns(Map<Long, Set<Long>> asOne, LocalDate today) {
        List<Appointment> standIns = Appointment.list("""
                standsInFor in (select other.standsInFor from Appointment other where other.standsInFor is not null
                and (other.standsInFor in ?1 or other.memberId in ?1))
                and state in ?2 and validFrom <= ?3 and validTo >= ?4""", asOne.keySet(),
                Set.of(AppointmentState.IN_FORCE, AppointmentState.ENDED), today, today.minusDays(DelegationRules.AFTERMATH));
        Map<Long, Set<Long>> groups = new HashMap<>();
        standIns.forEach(each -> groups.computeIfAbsent(each.standsInFor, id -> new HashSet<>(Set.of(id))).add(each.memberId));
        for (Set<Long> group : groups.values()) {
            group.stream().filter(asOne::containsKey).forEach(person -> group.stream().filter(other -> !other.equals(person))
                    .forEach(asOne.get(person)::add));
        }
    }

    public boolean countAsOne(long first, long second) {
        return first == second || countingAsOneWith(first).contains(second);
    }
}
