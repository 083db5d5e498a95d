package org.shuangbaodao.home;

import java.util.Set;

import org.shuangbaodao.kernel.Actor;

/** Where offices do what is not asked of them every day; the first page leads there. */
public enum DeskEntry {

    PUBLISH_ACTIVITY(Group.SERVICE, "/activities/new", Actor.DECIDER, Actor.OFFICER),
    ACTIVITY_CONFIRMATIONS(Group.SERVICE, "/activities/confirmations", Actor.DECIDER, Actor.OFFICER),
    SHEETS(Group.SERVICE, "/sheets", Actor.DECIDER, Actor.OFFICER),
    STATEMENTS(Group.SERVICE, "/reports/statements", Actor.DECIDER, Actor.OFFICER),
    TRAININGS(Group.SERVICE, "/trainings", Actor.DECIDER, Actor.OFFICER),
    NOTICES(Group.POINTS, "/notices/manage", Actor.DECIDER, Actor.OFFICER),
    REVERSALS(Group.POINTS, "/review/reversals", Actor.DECIDER, Actor.OFFICER),
    POINTS_ITEMS(Group.POINTS, "/points/items", Actor.DECIDER, Actor.OFFICER),
    RESOLUTIONS(Group.POINTS, "/points/resolutions", Actor.DECIDER, Actor.OFFICER),
    APPRAISALS(Group.POINTS, "/appraisals", Actor.DECIDER, Actor.OFFICER),
    TARGETS(Group.POINTS, "/targets", Actor.DECIDER, Actor.OFFICER),
    COMMENDATIONS(Group.POINTS, "/commendations/own", Actor.DECIDER, Actor.OFFICER),
    AGEING(Group.OVERSIGHT, "/review/ageing", Actor.OVERSEER),
    QUARTER(Group.OVERSIGHT, "/review/quarter", Actor.OVERSEER),
    SPOT_CHECKS(Group.OVERSIGHT, "/inspections/work", Actor.OFFICER, Actor.AUDITOR),
    PATTERNS(Group.OVERSIGHT, "/inspections/patterns", Actor.OFFICER, Actor.AUDITOR),
    VERIFICATION(Group.OVERSIGHT, "/ledger/verify", Actor.AUDITOR, Actor.OFFICER),
    LEAVE(Group.RUNNING, "/appointments/delegations/new", Actor.DECIDER, Actor.OFFICER),
    ERASURES(Group.RUNNING, "/erasures", Actor.OFFICER),
    RULE_DRAFTS(Group.RUNNING, "/rules/drafts", Actor.OFFICER),
    ROBOTS(Group.RUNNING, "/robots", Actor.DECIDER, Actor.OFFICER, Actor.ADMINISTRATOR),
    OUTBOX(Group.RUNNING, "/outbox", Actor.ADMINISTRATOR),
    CALENDAR(Group.RUNNING, "/calendar", Actor.ADMINISTRATOR, Actor.OFFICER);

    /** What belongs together on the desk. */
    public enum Group {
        SERVICE,
        POINTS,
        OVERSIGHT,
        RUNNING
    }

    private final Group group;
    private final String path;
    private final Set<String> roles;

    DeskEntry(Group group, String path, String... roles) {
        this.group = group;
        this.path = path;
        this.roles = Set.of(roles);
    }

    public String path() {
        return path;
    }

    Group group() {
        return group;
    }

    boolean isFor(Actor actor) {
        return roles.stream().anyMatch(actor::has);
    }
}
