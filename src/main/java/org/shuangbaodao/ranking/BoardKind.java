package org.shuangbaodao.ranking;

import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.OrganizationKind.Tree;

/** The boards of organizations. */
public enum BoardKind {

    BRANCHES(OrganizationKind.BRANCH, ""),
    UNITS(OrganizationKind.BRANCH, "/units"),
    COMMUNITIES(OrganizationKind.COMMUNITY, "/communities");

    private final OrganizationKind leaf;
    private final String path;

    BoardKind(OrganizationKind leaf, String path) {
        this.leaf = leaf;
        this.path = "/rankings" + path;
    }

    /** The organizations whose members are counted; what stands below them is counted in them. */
    public OrganizationKind leaf() {
        return leaf;
    }

    public Tree tree() {
        return leaf.tree();
    }

    /** Communities are measured by time served there, the party's organizations by their members' points. */
    public boolean countsMinutes() {
        return this == COMMUNITIES;
    }

    public String path() {
        return path;
    }
}
