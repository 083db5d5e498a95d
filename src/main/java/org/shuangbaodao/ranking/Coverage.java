package org.shuangbaodao.ranking;

/**
 * How many communities service has reached in a period.
 *
 * @param served those in which confirmed minutes are booked
 * @param communities those that members have registered with, or served in at any time
 */
public record Coverage(int served, int communities) {
}
