package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.List;

import org.shuangbaodao.member.Affiliation;

/**
 * The days of a year that count for somebody's target: those on a roster and without exemption. Somebody who came or left in
 * the
 * year is asked for his part of it.
 *
 * @param branchId where he stood last in the year, null for nowhere
 */
record Membership(Long branchId, int days, int daysOfYear) {

    static Membership in(int year, List<Affiliation> affiliations, List<TargetExemption> exemptions, LocalDate today) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        Long branch = null;
        int counted = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate each = day;
            Affiliation on = affiliations.stream().filter(Affiliation::isApproved)
                    .filter(held -> !held.validFrom.isAfter(each) && (held.validTo == null || !held.validTo.isBefore(each)))
                    .findFirst().orElse(null);
            if (on != null) {
                if (branch == null || !day.isAfter(today)) {
                    branch = on.branchId;
                }
                counted += exemptions.stream().anyMatch(exemption -> exemption.holds(each)) ? 0 : 1;
            }
        }
        return new Membership(branch, counted, first.lengthOfYear());
    }
}
