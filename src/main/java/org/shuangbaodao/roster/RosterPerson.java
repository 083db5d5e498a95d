package org.shuangbaodao.roster;

import java.time.LocalDate;

import org.shuangbaodao.member.Gender;
import org.shuangbaodao.member.MemberCategory;

/** A row understood. Parts that could not be are null; a row without errors has name, category, birth date and branch. */
record RosterPerson(String name, Gender gender, LocalDate birthDate, String idNumber, MemberCategory category,
        LocalDate joinedOn, Long branchId, String phone, Long residenceId, String skills) {
}
