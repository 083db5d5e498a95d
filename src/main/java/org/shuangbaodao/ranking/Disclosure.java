package org.shuangbaodao.ranking;

import java.util.Map;
import java.util.Set;

import org.shuangbaodao.web.PublicEdition;

/**
 * What may be told in public about one branch in one quarter, beside the boards: never more than they tell, or the two together
 * would give somebody away.
 *
 * @param edition of the board it follows
 * @param sums whether the branch's own sums may be shown: it stands on the boards by itself
 * @param names of those asked about who agree to be named at this moment
 * @param withAmounts those of them whose amounts may stand beside the name
 */
public record Disclosure(PublicEdition.Edition edition, boolean sums, Map<Long, String> names, Set<Long> withAmounts) {
}
