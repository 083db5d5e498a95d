/**
 * What is published for members to serve in: activities with their slots, one row for each day of a recurring one, and the
 * posts (岗位) a community keeps. Owns {@code activity}, {@code activity_slot} and {@code activity_post}; tells what happens to
 * an activity by {@link org.shuangbaodao.activity.ActivityChanged} and {@link org.shuangbaodao.activity.ActivityCalledOff},
 * inside the transaction. Must never break: a post counts as professional only for service after the day on which the
 * community said so, and an activity set down after it had begun says so for ever.
 */
package org.shuangbaodao.activity;
