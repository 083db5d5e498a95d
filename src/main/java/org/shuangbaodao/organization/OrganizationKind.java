package org.shuangbaodao.organization;

/** What an organization is, and the tree it stands in. */
public enum OrganizationKind {

    /** 区县. */
    AREA(Tree.TERRITORY),
    /** 街道、乡镇. */
    STREET(Tree.TERRITORY),
    /** 社区、村: the residents' committee and its party organization. */
    COMMUNITY(Tree.TERRITORY),
    /** 网格. */
    GRID(Tree.TERRITORY),
    /** 微网格. */
    MICRO_GRID(Tree.TERRITORY),
    /** 党工委. */
    WORKING_COMMITTEE(Tree.PARTY),
    /** 党委. */
    COMMITTEE(Tree.PARTY),
    /** 党总支. */
    GENERAL_BRANCH(Tree.PARTY),
    /** 党支部. */
    BRANCH(Tree.PARTY),
    /** 党小组. */
    CELL(Tree.PARTY);

    /** The two trees. */
    public enum Tree {
        PARTY,
        TERRITORY
    }

    private final Tree tree;

    OrganizationKind(Tree tree) {
        this.tree = tree;
    }

    public Tree tree() {
        return tree;
    }

    /** Whether a {@code child} may stand directly below this kind. Committees may skip levels, territories may not. */
    public boolean mayHold(OrganizationKind child) {
        boolean committee = this == WORKING_COMMITTEE || this == COMMITTEE;
        return switch (child) {
            case AREA -> false;
            case STREET -> this == AREA;
            case COMMUNITY -> this == STREET;
            case GRID -> this == COMMUNITY;
            case MICRO_GRID -> this == GRID;
            case WORKING_COMMITTEE, COMMITTEE, GENERAL_BRANCH -> committee;
            case BRANCH -> committee || this == GENERAL_BRANCH;
            case CELL -> this == BRANCH;
        };
    }

    /** Whether an organization of this kind may stand at the top of its tree. */
    public boolean mayBeRoot() {
        return this == AREA || this == WORKING_COMMITTEE || this == COMMITTEE;
    }
}
