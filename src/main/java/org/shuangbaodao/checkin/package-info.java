/**
 * 报到: a member, a unit, or a unit for its members registers with a community, which accepts with a receipt (回执) or declines
 * with a reason. Owns {@code check_in} and {@code check_in_receipt}; tells what happened by {@link
 * org.shuangbaodao.checkin.CheckInEvent}s in the same transaction. Must never break: a check-in is valid on a day only because
 * somebody else than its holder, and than who entered it, accepted it.
 */
package org.shuangbaodao.checkin;
