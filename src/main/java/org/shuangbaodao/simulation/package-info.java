/**
 * What a draft of the rules would have made of a year that is booked. Owns no table. Must never break: nothing is booked, and
 * nobody reads of people his office does not reach.
 */
package org.shuangbaodao.simulation;
