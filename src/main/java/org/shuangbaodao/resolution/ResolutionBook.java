package org.shuangbaodao.resolution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** The resolutions a reader has to do with. */
@ApplicationScoped
class ResolutionBook {

    private static final Set<Office> OF_THE_BRANCH = Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.BRANCH_COMMITTEE_MEMBER);

    private final Resolutions resolutions;
    private final Organizations organizations;
    private final BusinessTime time;

    ResolutionBook(Resolutions resolutions, Organizations organizations, BusinessTime time) {
        this.resolutions = resolutions;
        this.organizations = organizations;
        this.time = time;
    }

    /**
     * @param own of the branches the reader holds an office of
     * @param waiting for his signature
     * @param branches he is secretary of
     */
    record Pages(List<Resolution> own, List<Resolution> waiting, List<Organization> branches, Map<Long, Organization> places) {
    }

    @Transactional
    Pages of(long readerId) {
        List<Appointment> held = Appointment.heldBy(readerId, time.today());
        List<Resolution> own = held.stream().filter(each -> OF_THE_BRANCH.contains(each.office))
                .map(each -> each.organizationId).distinct().flatMap(branch -> Resolution.of(branch).stream()).toList();
        List<Resolution> waiting = Resolution.waiting().stream().filter(each -> resolutions.maySign(each, readerId)).toList();
        List<Organization> branches = organizations.byIds(held.stream().filter(each -> each.office == Office.BRANCH_SECRETARY)
                .map(each -> each.organizationId).toList()).values().stream()
                .filter(each -> each.kind == OrganizationKind.BRANCH).toList();
        return new Pages(own, waiting, branches, organizations.byIds(
                Stream.concat(own.stream(), waiting.stream()).map(each -> each.branchId).distinct().toList()));
    }
}
