package org.shuangbaodao.activity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** Who may publish, change and cancel whose activities. */
@ApplicationScoped
public class ActivityKeeping {

    private static final Set<OrganizationKind> ORGANIZING = EnumSet.of(OrganizationKind.COMMUNITY, OrganizationKind.BRANCH,
            OrganizationKind.GENERAL_BRANCH, OrganizationKind.COMMITTEE);
    private static final Set<Office> KEEPING = EnumSet.of(Office.COMMUNITY_SECRETARY, Office.BRANCH_SECRETARY,
            Office.BRANCH_DEPUTY, Office.COMMITTEE_OFFICER);

    private final Offices offices;
    private final Organizations organizations;
    private final BusinessTime time;

    ActivityKeeping(Offices offices, Organizations organizations, BusinessTime time) {
        this.offices = offices;
        this.organizations = organizations;
        this.time = time;
    }

    public boolean mayKeep(long actorId, Organization organizer) {
        if (!ORGANIZING.contains(organizer.kind)) {
            return false;
        }
        return offices.reaching(actorId, organizer).stream().anyMatch(KEEPING::contains)
                || organizer.kind == OrganizationKind.COMMUNITY && leadsAGridOf(actorId, organizer);
    }

    public boolean mayKeep(long actorId, ActivityFacts activity) {
        return mayKeep(actorId, organizations.byId(activity.organizerId()));
    }

    /** Whether he runs it on the spot: who keeps it, or its lead. Such people see who signed up. */
    public boolean mayRun(long actorId, ActivityFacts activity) {
        return activity.leadId() == actorId || mayKeep(actorId, activity);
    }

    private boolean leadsAGridOf(long actorId, Organization community) {
        return Appointment.heldBy(actorId, time.today()).stream().filter(held -> held.office == Office.GRID_LEAD)
                .anyMatch(held -> community.id.equals(organizations.byId(held.organizationId).parentId));
    }

    /** For whom he may publish, by his own offices; an officer of a street may for every community below it besides. */
    public List<Organization> organizersFor(long actorId) {
        List<Organization> organizers = new ArrayList<>();
        for (Appointment held : Appointment.heldBy(actorId, time.today())) {
            Organization place = organizations.byId(held.organizationId);
            Organization organizer = held.office == Office.GRID_LEAD ? organizations.byId(place.parentId) : place;
            if (mayKeep(actorId, organizer) && organizers.stream().noneMatch(other -> other.id.equals(organizer.id))) {
                organizers.add(organizer);
            }
        }
        return organizers;
    }

    /** Organizers by their code or a part of their name, for whom he may publish; none where nothing was asked. */
    public List<Organization> matching(long actorId, String search) {
        return Organizers.matching(search, ORGANIZING).stream().filter(each -> mayKeep(actorId, each)).toList();
    }

    /** @throws Problem {@code activity/not-organizer} */
    void require(long actorId, Organization organizer) {
        if (!mayKeep(actorId, organizer)) {
            throw new Problem(ActivityProblem.NOT_ORGANIZER);
        }
    }
}
