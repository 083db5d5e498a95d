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

    /** Principal and deputy of one organization count as one person: who counts as one with this person, himself left out. */
    public Set<Long> countingAsOneWith(long memberId) {
        return countingAsOneWith(List.of(memberId)).get(memberId);
    }

    /** The same for many people in two statements; everybody asked about is in the answer. */
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
        return asOne;
    }

    public boolean countAsOne(long first, long second) {
        return first == second || countingAsOneWith(first).contains(second);
    }
}
