package org.shuangbaodao.home;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.rulebook.RuleDrafts;

/** What an office finds on its desk: nothing that it would be refused. */
@ApplicationScoped
class Desk {

    private final ActivityKeeping activities;
    private final RuleDrafts drafts;

    Desk(ActivityKeeping activities, RuleDrafts drafts) {
        this.activities = activities;
        this.drafts = drafts;
    }

    /** Groups without an entry for him are left out. */
    Map<DeskEntry.Group, List<DeskEntry>> of(Actor actor) {
        return Collections.unmodifiableMap(Arrays.stream(DeskEntry.values()).filter(entry -> isOpenTo(entry, actor))
                .collect(Collectors.groupingBy(DeskEntry::group, () -> new EnumMap<>(DeskEntry.Group.class),
                        Collectors.toList())));
    }

    // Roles alone do not tell it where some holders of an office have nothing to do there.
    private boolean isOpenTo(DeskEntry entry, Actor actor) {
        return entry.isFor(actor) && switch (entry) {
            case PUBLISH_ACTIVITY -> actor.has(Actor.OFFICER) || !activities.organizersFor(actor.memberId()).isEmpty();
            case RULE_DRAFTS -> drafts.mayDraft(actor.memberId());
            default -> true;
        };
    }
}
