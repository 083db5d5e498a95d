package org.shuangbaodao.member;

import java.util.HashSet;
import java.util.Set;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;

/** 任职: what a person may do for which kind of organization. */
public enum Office {

    /** 支部书记: awards points. */
    BRANCH_SECRETARY(true, Actor.DECIDER, OrganizationKind.BRANCH, OrganizationKind.GENERAL_BRANCH),
    /** 副书记: stands in where the secretary is missing or silent; counts as one person with him. */
    BRANCH_DEPUTY(true, Actor.DECIDER, OrganizationKind.BRANCH, OrganizationKind.GENERAL_BRANCH),
    /** 支部委员: the second person for what the branch itself enters about its members; awards no service. */
    BRANCH_COMMITTEE_MEMBER(true, Actor.DECIDER, OrganizationKind.BRANCH, OrganizationKind.GENERAL_BRANCH),
    /** 社区党组织书记: confirms service. */
    COMMUNITY_SECRETARY(true, Actor.DECIDER, OrganizationKind.COMMUNITY),
    /** 网格长: confirms where the secretary cannot. */
    GRID_LEAD(true, Actor.DECIDER, OrganizationKind.GRID),
    /** 专职网格员: enters for others, does not decide. */
    GRID_WORKER(false, Actor.MEMBER, OrganizationKind.GRID, OrganizationKind.COMMUNITY),
    /** 指导员、联络员: enters for others, does not decide. */
    LIAISON(false, Actor.MEMBER, OrganizationKind.COMMUNITY, OrganizationKind.BRANCH, OrganizationKind.COMMITTEE,
            OrganizationKind.GENERAL_BRANCH),
    /** Officer of a committee or a street: appoints, decides where the level below cannot. */
    COMMITTEE_OFFICER(true, Actor.OFFICER, OrganizationKind.WORKING_COMMITTEE, OrganizationKind.COMMITTEE,
            OrganizationKind.GENERAL_BRANCH, OrganizationKind.STREET, OrganizationKind.AREA),
    /** 督查员: reads, never decides. */
    AUDITOR(false, Actor.AUDITOR, OrganizationKind.WORKING_COMMITTEE, OrganizationKind.COMMITTEE, OrganizationKind.AREA),
    /** System administrator: runs the installation, neither decides nor reads members. Belongs to a root organization. */
    ADMINISTRATOR(false, Actor.ADMINISTRATOR, OrganizationKind.WORKING_COMMITTEE, OrganizationKind.COMMITTEE,
            OrganizationKind.AREA);

    private final boolean deciding;
    private final String role;
    private final Set<OrganizationKind> kinds;

    Office(boolean deciding, String role, OrganizationKind... kinds) {
        this.deciding = deciding;
        this.role = role;
        this.kinds = Set.of(kinds);
    }

    /** Whether it takes a second signature of the superior organization to appoint somebody to it. */
    public boolean isDeciding() {
        return deciding;
    }

    /** Whether its holder keeps the roster of his branch, or of all branches below: none is below a street. */
    public boolean keepsRoster(OrganizationKind kind) {
        return this == BRANCH_SECRETARY || this == BRANCH_DEPUTY
                || this == COMMITTEE_OFFICER && kind.tree() == OrganizationKind.Tree.PARTY;
    }

    /** Whether its holder looks over how all records of his place, or of all below it, are dealt with. */
    public boolean oversees() {
        return switch (this) {
            case COMMITTEE_OFFICER, AUDITOR, BRANCH_SECRETARY, BRANCH_DEPUTY, COMMUNITY_SECRETARY -> true;
            default -> false;
        };
    }

    /** The broad roles of whoever holds the office in an organization of this kind. */
    Set<String> roles(OrganizationKind kind) {
        Set<String> roles = new HashSet<>(Set.of(role));
        if (deciding) {
            roles.add(Actor.DECIDER);
        }
        if (keepsRoster(kind)) {
            roles.add(Actor.REGISTRAR);
        }
        if (oversees()) {
            roles.add(Actor.OVERSEER);
        }
        return roles;
    }

    /** The office whose holder counts as one person with this one's, or null. */
    Office pair() {
        return switch (this) {
            case BRANCH_SECRETARY -> BRANCH_DEPUTY;
            case BRANCH_DEPUTY -> BRANCH_SECRETARY;
            default -> null;
        };
    }

    public boolean fits(Organization organization) {
        return kinds.contains(organization.kind);
    }
}
