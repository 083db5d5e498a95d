package org.shuangbaodao.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** 公民身份号码, GB 11643-1999: six digits of area, eight of birth date, three of order, one to check (ISO 7064 MOD 11-2). */
final class IdNumbers {

    private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {
    }

    static boolean isComplete(String number) {
        return number.matches("\\d{17}[\\dX]");
    }

    /** Of a complete number. */
    static boolean checks(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == number.charAt(17);
    }

    /** Of a complete number; empty where it names a day that never was. */
    static Optional<LocalDate> birthDate(String number) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)), Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
