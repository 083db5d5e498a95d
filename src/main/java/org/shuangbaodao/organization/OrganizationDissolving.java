package org.shuangbaodao.organization;

import java.time.LocalDate;

/** An organization is about to be dissolved; whoever still needs it refuses by throwing a problem. */
public record OrganizationDissolving(long organizationId, LocalDate lastDay) {
}
