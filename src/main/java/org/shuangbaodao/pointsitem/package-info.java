/**
 * Points that no service record stands behind: what a branch gives for its meetings, for commendations, for reports, and what
 * it takes because of facts decided outside. Owns {@code points_item}. Must never break: one person proposes, another approves,
 * neither about himself; and nobody loses a point before he could speak.
 */
package org.shuangbaodao.pointsitem;
