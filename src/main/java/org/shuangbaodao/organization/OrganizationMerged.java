package org.shuangbaodao.organization;

import java.time.LocalDate;

/** One organization went up in another of its kind; what belonged to it belongs to the other from the next day on. */
public record OrganizationMerged(long fromId, long intoId, LocalDate lastDay) {
}
