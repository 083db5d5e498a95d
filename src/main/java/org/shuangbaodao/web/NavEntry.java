package org.shuangbaodao.web;

import org.shuangbaodao.kernel.Actor;

/** The main ways through the product, in the order of the header; a role opens some of them. */
public enum NavEntry {

    HOME("/", null),
    RANKINGS("/rankings", null),
    RULES("/rules", null),
    RECORDS("/records", Actor.MEMBER),
    LEDGER("/me/ledger", Actor.MEMBER),
    CHECKINS("/checkins", Actor.MEMBER),
    REVIEW("/review", Actor.DECIDER),
    ORGANIZATIONS("/organizations", Actor.OFFICER),
    MEMBERS("/members", Actor.DECIDER),
    APPOINTMENTS("/appointments", Actor.ADMINISTRATOR);

    private final String path;
    private final String role;

    NavEntry(String path, String role) {
        this.path = path;
        this.role = role;
    }

    public String path() {
        return path;
    }

    boolean isOpenTo(Actor actor) {
        return role == null || actor.has(role);
    }

    /** Whether the page at this address belongs to the entry. */
    boolean leadsTo(String current) {
        return current.equals(path) || (!path.equals("/") && current.startsWith(path + "/"));
    }
}
