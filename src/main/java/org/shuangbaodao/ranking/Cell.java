package org.shuangbaodao.ranking;

import java.util.Set;

/**
 * The smallest thing a board tells figures about: one organization, or several small ones together.
 *
 * @param home the organization whose name the row bears: the only one, or the parent of those merged
 * @param leaves the rows of the tree (branches, communities) it consists of
 * @param tops the children of {@code home} that were merged, empty ones left out; the organization itself when it stands alone
 * @param members people on the last day of the period, or today while it runs
 */
record Cell(long home, Set<Long> leaves, Set<Long> tops, int members) {

    boolean isMerged() {
        return tops.size() > 1 || !tops.contains(home);
    }
}
