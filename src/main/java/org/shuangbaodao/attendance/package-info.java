/**
 * Who comes to an activity: signing up for a slot, with a waiting list, and signing in and out by a code that changes
 * (签到、签退), which nobody has to. Owns {@code sign_up}, {@code signing} and {@code signing_guess}; tells those it concerns by
 * {@link org.shuangbaodao.attendance.ActivityCancelled}, {@link org.shuangbaodao.attendance.ActivityMoved} and
 * {@link org.shuangbaodao.attendance.PlaceGained}, inside the transaction. Must never break: a slot never has more places taken
 * than it has, and whoever asked first moves up first.
 */
package org.shuangbaodao.attendance;
