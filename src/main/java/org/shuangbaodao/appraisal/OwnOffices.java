package org.shuangbaodao.appraisal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** Where somebody sits at present, to offer him his own places first. */
@ApplicationScoped
class OwnOffices {

    private static final Set<Office> KEEPING = Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY, Office.COMMITTEE_OFFICER,
            Office.COMMUNITY_SECRETARY);

    private final Organizations organizations;
    private final BusinessTime time;

    OwnOffices(Organizations organizations, BusinessTime time) {
        this.organizations = organizations;
        this.time = time;
    }

    /** Organizations of both trees he keeps the affairs of. */
    Collection<Organization> all(long memberId) {
        List<Appointment> held = Appointment.heldBy(memberId, time.today()).stream()
                .filter(each -> KEEPING.contains(each.office)).toList();
        Map<Long, Organization> places = organizations
                .byIds(held.stream().map(each -> each.organizationId).distinct().toList());
        return places.values();
    }

    List<Organization> branches(long memberId) {
        return all(memberId).stream().filter(each -> each.kind == OrganizationKind.BRANCH).toList();
    }
}
