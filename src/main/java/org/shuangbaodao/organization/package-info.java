/**
 * Two trees of organizations: the party's (who approves) and the territory's (where it happens). Owns {@code organization} and
 * {@code organization_change}. Tells others {@link org.shuangbaodao.organization.OrganizationMerged} and asks them by
 * {@link org.shuangbaodao.organization.OrganizationDissolving}. Must never break: a code once published keeps meaning the same
 * organization.
 *
 * <p>
 * The list {@code demo/communities-chongqing.csv} holds the public statistical division codes (统计用区划代码) of five districts
 * of Chongqing: 北碚, 长寿, 江津, 铜梁 and 奉节.
 */
package org.shuangbaodao.organization;
