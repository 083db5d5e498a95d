package org.shuangbaodao.member;

import java.time.LocalDate;
import java.util.List;
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
        LocalDate today = time.today();
        return Appointment.heldBy(memberId, today).stream().filter(held -> held.office.pair() != null)
                .flatMap(held -> Appointment.holding(held.office.pair(), held.organizationId, today).stream())
                .map(other -> other.memberId).filter(other -> other != memberId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean countAsOne(long first, long second) {
        return first == second || countingAsOneWith(first).contains(second);
    }
}
