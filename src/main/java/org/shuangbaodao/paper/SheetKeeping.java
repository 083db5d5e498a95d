package org.shuangbaodao.paper;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** Who may print, receive, type and read which sheets. Whether somebody may enter a record is asked for each of them again. */
@ApplicationScoped
class SheetKeeping {

    private static final Set<Office> READING_ONLY = EnumSet.of(Office.AUDITOR, Office.ADMINISTRATOR);

    private final Offices offices;
    private final Organizations organizations;
    private final Activities activities;
    private final ActivityKeeping keeping;
    private final BusinessTime time;

    SheetKeeping(Offices offices, Organizations organizations, Activities activities, ActivityKeeping keeping,
            BusinessTime time) {
        this.offices = offices;
        this.organizations = organizations;
        this.activities = activities;
        this.keeping = keeping;
        this.time = time;
    }

    /** Any office of the community, or of the street above it. */
    boolean keeps(long actorId, Organization community) {
        return offices.reaching(actorId, community).stream().anyMatch(office -> !READING_ONLY.contains(office));
    }

    boolean reads(long actorId, Organization community) {
        return keeps(actorId, community) || offices.reaching(actorId, community).contains(Office.AUDITOR);
    }

    /** Prints and types it: an office of the community, or whoever runs the activity. */
    boolean keeps(long actorId, PaperSheet sheet) {
        return keeps(actorId, organizations.byId(sheet.communityId))
                || !sheet.isPersonal() && keeping.mayRun(actorId, activities.byId(sheet.activityId));
    }

    /** An office, not the lead by himself: who wrote the sheet does not say when it was handed in. */
    boolean receives(long actorId, PaperSheet sheet) {
        return keeps(actorId, organizations.byId(sheet.communityId))
                || !sheet.isPersonal() && keeping.mayKeep(actorId, activities.byId(sheet.activityId));
    }

    boolean mayRun(long actorId, ActivityFacts activity) {
        return keeping.mayRun(actorId, activity);
    }

    boolean mayPrintFor(long actorId, ActivityFacts activity) {
        return keeping.mayRun(actorId, activity) || keeps(actorId, organizations.byId(activity.communityId()));
    }

    /** @throws Problem {@code paper/not-yours} */
    void require(boolean may) {
        if (!may) {
            throw new Problem(PaperProblem.NOT_YOURS);
        }
    }

    /** @throws Problem {@code paper/unknown}, so that nobody learns which codes there are */
    void requireReader(long actorId, PaperSheet sheet) {
        if (!keeps(actorId, sheet) && !reads(actorId, organizations.byId(sheet.communityId))) {
            throw new Problem(PaperProblem.UNKNOWN);
        }
    }

    /** In which he holds an office himself; a street's officer names one. */
    List<Organization> communitiesOf(long actorId) {
        return organizations.byIds(Appointment.heldBy(actorId, time.today()).stream()
                .filter(held -> !READING_ONLY.contains(held.office)).map(held -> held.organizationId).distinct().toList())
                .values().stream().filter(each -> each.kind == OrganizationKind.COMMUNITY)
                .sorted((one, other) -> one.code.compareTo(other.code)).toList();
    }
}
