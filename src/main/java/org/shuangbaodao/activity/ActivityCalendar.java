package org.shuangbaodao.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.CalendarFile.Event;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Activities for the calendars of phones and offices. Names no person. */
@ApplicationScoped
class ActivityCalendar {

    /** What is over stays so long, so that a cancellation still arrives. */
    private static final int DAYS_BACK = 30;

    private final Activities activities;
    private final Organizations organizations;
    private final BusinessTime time;

    ActivityCalendar(Activities activities, Organizations organizations, BusinessTime time) {
        this.activities = activities;
        this.organizations = organizations;
        this.time = time;
    }

    /** @param community null for all */
    String feed(Organization community) {
        return file(community == null ? "双报到" : community.name,
                activities.calendar(time.today().minusDays(DAYS_BACK), community == null ? null : community.id));
    }

    String one(ActivityFacts activity) {
        return file(activity.name(), List.of(activity));
    }

    private String file(String name, List<ActivityFacts> found) {
        Map<Long, Organization> places = organizations.byIds(found.stream()
                .flatMap(each -> Stream.of(each.communityId(), each.organizerId())).collect(Collectors.toSet()));
        CalendarFile file = new CalendarFile(name);
        for (ActivityFacts each : found) {
            each.slots().forEach(slot -> file.add(new Event(Ids.text(slot.id()) + "@shuangbaodao", each.edition(),
                    each.changedAt(), slot.startsAt(), slot.endsAt(), each.isCancelled(), each.name(),
                    places.get(each.communityId()).name + " " + each.place(),
                    description(each, places.get(each.organizerId()).name))));
        }
        return file.end();
    }

    private static String description(ActivityFacts activity, String organizer) {
        List<String> lines = new ArrayList<>(
                List.of(activity.content(), organizer, activity.conditions(), activity.riskNote()));
        if (activity.isCancelled()) {
            lines.add(0, activity.cancelReason());
        }
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
