package org.shuangbaodao.web;

import java.util.List;

import org.shuangbaodao.kernel.Actor;

/** The main ways through the product, in the order of the header; a role opens some of them. */
public enum NavEntry {

    HOME("/"),
    RANKINGS("/rankings"),
    RULES("/rules"),
    NOTICES("/notices"),
    ACTIVITIES("/activities"),
    RECORDS("/records", Actor.MEMBER),
    LEDGER("/me/ledger", Actor.MEMBER),
    CHECKINS("/checkins", Actor.MEMBER),
    INBOX("/me/inbox", Actor.MEMBER),
    REVIEW("/review", Actor.DECIDER),
    ORGANIZATIONS("/organizations", Actor.OFFICER, Actor.ADMINISTRATOR),
    MEMBERS("/members", Actor.REGISTRAR),
    APPOINTMENTS("/appointments", Actor.OFFICER, Actor.ADMINISTRATOR);

    private final String path;
    private final List<String> roles;

    /** @param roles any of which opens it; none: it is open to everybody */
    NavEntry(String path, String... roles) {
        this.path = path;
        this.roles = List.of(roles);
    }

    public String path() {
        return path;
    }

    boolean isOpenTo(Actor actor) {
        return roles.isEmpty() || roles.stream().anyMatch(actor::has);
    }

    /** Whether the page at this address belongs to the entry. */
    boolean leadsTo(String current) {
        return current.equals(path) || (!path.equals("/") && current.startsWith(path + "/"));
    }
}
