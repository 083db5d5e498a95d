/**
 * A whole activity at once: the organizer's list of who was there, its confirmation by the community, and the public log of
 * what
 * has taken place. Owns no table; hands everything on to {@link org.shuangbaodao.servicerecord}. Must never break: what comes
 * in
 * by a list is a record like any other, entered on behalf, and decided by the same policy; the log names nobody.
 */
package org.shuangbaodao.rollcall;
