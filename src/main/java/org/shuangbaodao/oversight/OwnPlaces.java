package org.shuangbaodao.oversight;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organizations;

/** The places somebody speaks for when they have nothing to report. */
@ApplicationScoped
class OwnPlaces {

    private static final Set<Office> SPEAKING = Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.COMMUNITY_SECRETARY);

    private final Organizations organizations;
    private final BusinessTime time;

    OwnPlaces(Organizations organizations, BusinessTime time) {
        this.organizations = organizations;
        this.time = time;
    }

    List<String> codes(long memberId) {
        List<Long> held = Appointment.heldBy(memberId, time.today()).stream().filter(each -> SPEAKING.contains(each.office))
                .map(each -> each.organizationId).toList();
        return organizations.byIds(held).values().stream().map(each -> each.code).toList();
    }
}
