package org.shuangbaodao.attendance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.attendance.SignUps.Places;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** Where people are needed next: activities to come that still have room. */
@ApplicationScoped
public class Openings {

    // So many of the next ones are looked through for room.
    private static final int LOOKED_THROUGH = 100;

    private final Activities activities;
    private final SignUps signUps;
    private final Organizations organizations;
    private final BusinessTime time;

    Openings(Activities activities, SignUps signUps, Organizations organizations, BusinessTime time) {
        this.activities = activities;
        this.signUps = signUps;
        this.organizations = organizations;
        this.time = time;
    }

    /**
     * A part of an activity that can be signed up for.
     *
     * @param activity its id as it stands in addresses
     * @param startsAt Asia/Shanghai, in the future
     * @param free places left, null where as many may come as like to
     */
    public record Opening(String activity, String name, String community, LocalDateTime startsAt, LocalDateTime endsAt,
            Integer free) {

        public LocalDate day() {
            return startsAt.toLocalDate();
        }
    }

    /**
     * The next ones first.
     *
     * @param territory only communities in it, null for all
     */
    @Transactional
    public List<Opening> next(Organization territory, int most) {
        List<Long> communities = territory == null ? null
                : territory.kind == OrganizationKind.COMMUNITY ? List.of(territory.id)
                        : organizations.below(territory, OrganizationKind.COMMUNITY).stream().map(each -> each.id).toList();
        List<ActivityFacts> found = activities.next(time.today(), communities, 1, LOOKED_THROUGH).items();
        Map<Long, Organization> places = organizations
                .byIds(found.stream().map(ActivityFacts::communityId).collect(Collectors.toSet()));
        Map<Long, Places> taken = signUps
                .places(found.stream().flatMap(each -> each.slots().stream()).map(Slot::id).toList());
        return found.stream().filter(each -> !each.isCancelled())
                .flatMap(each -> each.slots().stream()
                        .map(slot -> opening(each, slot, places.get(each.communityId()).name, taken.get(slot.id()))))
                .filter(Objects::nonNull).limit(most).toList();
    }

    // A place for which somebody waits is not free.
    private Opening opening(ActivityFacts activity, Slot slot, String community, Places places) {
        boolean begun = !time.localNow().isBefore(slot.startsAt());
        Integer free = slot.capacity() == null ? null : slot.capacity() - places.taken() - places.waiting();
        return begun || free != null && free <= 0 ? null
                : new Opening(Ids.text(activity.id()), activity.name(), community, slot.startsAt(), slot.endsAt(), free);
    }
}
