package org.shuangbaodao.simulation;

import java.time.LocalDate;

import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.member.MemberCategory;

/**
 * A row of the ledger that still stands and that rules are about, with the facts it carries.
 *
 * @param amount hundredths as booked, before what spans deeds
 */
record Awarded(long holderId, MemberCategory category, long branchId, Book book, LocalDate servedOn, long amount, String item,
        String source, Facts facts) {

    /**
     * What the entry's parameters say of the deed; null where that kind of deed has no such fact.
     *
     * @param minutes of the whole record
     * @param dayMinutes of this business date
     */
    record Facts(Integer minutes, Integer dayMinutes, Boolean workingTime, Integer coefficient, Integer times, String level,
            String matter) {

        int minutesOfTheDay() {
            return dayMinutes == null ? minutes == null ? 0 : minutes : dayMinutes;
        }
    }
}
