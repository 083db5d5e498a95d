/**
 * Two trees of organizations: the party's (who approves) and the territory's (where it happens). Owns {@code organization} and
 * {@code organization_change}. Must never break: a code once published keeps meaning the same organization.
 */
package org.shuangbaodao.organization;
