package org.shuangbaodao.home;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.shuangbaodao.kernel.Actor;

/** Where offices do what is not asked of them every day; the first page leads there. */
public enum DeskEntry {

    PUBLISH_ACTIVITY("/activities/new", Actor.DECIDER, Actor.OFFICER),
    ACTIVITY_CONFIRMATIONS("/activities/confirmations", Actor.DECIDER, Actor.OFFICER),
    NOTICES("/notices/manage", Actor.DECIDER, Actor.OFFICER),
    REVERSALS("/review/reversals", Actor.DECIDER, Actor.OFFICER),
    POINTS_ITEMS("/points/items", Actor.DECIDER, Actor.OFFICER),
    RESOLUTIONS("/points/resolutions", Actor.DECIDER, Actor.OFFICER),
    APPRAISALS("/appraisals", Actor.DECIDER, Actor.OFFICER),
    TARGETS("/targets", Actor.DECIDER, Actor.OFFICER),
    COMMENDATIONS("/commendations/own", Actor.DECIDER, Actor.OFFICER),
    RULE_DRAFTS("/rules/drafts", Actor.OFFICER),
    VERIFICATION("/ledger/verify", Actor.AUDITOR, Actor.OFFICER),
    ROBOTS("/robots", Actor.DECIDER, Actor.OFFICER, Actor.ADMINISTRATOR),
    OUTBOX("/outbox", Actor.ADMINISTRATOR),
    CALENDAR("/calendar", Actor.ADMINISTRATOR, Actor.OFFICER);

    private final String path;
    private final Set<String> roles;

    DeskEntry(String path, String... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    public String path() {
        return path;
    }

    static List<DeskEntry> of(Actor actor) {
        return Arrays.stream(values()).filter(entry -> entry.roles.stream().anyMatch(actor::has)).toList();
    }
}
