package org.shuangbaodao.personalfile;

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

/** Whose office lets him enter training and evaluations for which organization. An office of a grid counts in its community. */
@ApplicationScoped
class FileOffices {

    static final Set<Office> ENTERING = EnumSet.complementOf(EnumSet.of(Office.AUDITOR, Office.ADMINISTRATOR));
    /** Who looks as the second person. */
    static final Set<Office> CHECKING = EnumSet.complementOf(
            EnumSet.of(Office.AUDITOR, Office.ADMINISTRATOR, Office.LIAISON, Office.GRID_WORKER));

    private final Offices offices;
    private final Organizations organizations;
    private final BusinessTime time;

    FileOffices(Offices offices, Organizations organizations, BusinessTime time) {
        this.offices = offices;
        this.organizations = organizations;
        this.time = time;
    }

    /** Organizations he holds an office of, without those below them. */
    List<Organization> own(long actorId) {
        List<Organization> own = new ArrayList<>();
        for (Appointment held : Appointment.heldBy(actorId, time.today())) {
            if (ENTERING.contains(held.office)) {
                Organization place = organizations.byId(held.organizationId);
                boolean grid = held.office == Office.GRID_LEAD || held.office == Office.GRID_WORKER && place.parentId != null
                        && organizations.byId(place.parentId).kind == OrganizationKind.COMMUNITY;
                Organization counted = grid ? organizations.byId(place.parentId) : place;
                if (own.stream().noneMatch(other -> other.id.equals(counted.id))) {
                    own.add(counted);
                }
            }
        }
        return own;
    }

    boolean has(long actorId, Organization organization, Set<Office> wanted) {
        return offices.reaching(actorId, organization).stream().anyMatch(wanted::contains)
                || Appointment.heldBy(actorId, time.today()).stream().filter(held -> wanted.contains(held.office))
                        .filter(held -> held.office == Office.GRID_LEAD || held.office == Office.GRID_WORKER)
                        .anyMatch(held -> organization.id.equals(organizations.byId(held.organizationId).parentId));
    }

    /** @throws Problem {@code file/no-office} */
    void require(long actorId, Organization organization, Set<Office> wanted) {
        if (!has(actorId, organization, wanted)) {
            throw new Problem(FileProblem.NO_OFFICE);
        }
    }

    /** @throws Problem {@code file/second-person} where he entered it, or counts as one with who did */
    void requireSecond(long enteredBy, long actorId) {
        if (offices.countAsOne(enteredBy, actorId)) {
            throw new Problem(FileProblem.SECOND_PERSON);
        }
    }
}
