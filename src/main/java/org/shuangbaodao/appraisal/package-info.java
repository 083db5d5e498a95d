/**
 * The year: what is asked of it, how far people have come, stars, commendations, and 民主评议党员 with what the figures suggest
 * beside what the meeting decided. Owns {@code service_target}, {@code target_exemption}, {@code member_appraisal} and
 * {@code commendation}. Must never break: a figure suggests, people decide.
 */
package org.shuangbaodao.appraisal;
