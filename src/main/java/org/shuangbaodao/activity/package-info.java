/**
 * The posts (岗位) a community keeps for those who serve. Owns {@code activity_post}. Must never break: a post counts as
 * professional only for service after the day on which the community said so.
 */
package org.shuangbaodao.activity;
