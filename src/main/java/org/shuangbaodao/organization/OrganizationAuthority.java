package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Who may do what to organizations, and who holds office in them: known to the package that keeps the appointments. */
public interface OrganizationAuthority {

    /** Whether the person is an officer of the organization or of one above it. */
    boolean isOfficer(long memberId, Organization organization);

    /** Whether the person administers this installation: founds the roots and imports the official lists. */
    boolean isAdministrator(long memberId);

    /** Who holds office in exactly this organization today. */
    List<OfficeHolder> inOffice(Organization organization);

    /**
     * Somebody in office.
     *
     * @param office name of the office's constant; the pages know what to call it
     * @param standsInFor whose office it is while that person is away; null where it is his own
     * @param until last day, null where none is set
     */
    record OfficeHolder(String office, String name, String standsInFor, LocalDate until) {

        /** Of the office's name, in the bundle {@code organization}. */
        public String messageKey() {
            return "office_" + office.toLowerCase(Locale.ROOT);
        }
    }
}
