package org.shuangbaodao.paper;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

import org.shuangbaodao.kernel.Names;

/**
 * What is printed on a sheet and typed from it: seven random characters and one that checks them. The alphabet has a prime
 * number of characters and each place its own weight, so that every wrong character and every two exchanged ones are found.
 */
record SheetCode(String text) {

    // No characters that are taken for each other.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    /** 8 × 4 = 1 modulo 31. */
    private static final int INVERSE_OF_LAST_WEIGHT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SheetCode random() {
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH - 1) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return completed(text.toString());
    }

    static SheetCode completed(String start) {
        int check = Math.floorMod(-sum(start) * INVERSE_OF_LAST_WEIGHT, ALPHABET.length());
        return new SheetCode(start + ALPHABET.charAt(check));
    }

    /** The code somebody typed, in whatever case and groups; empty when it cannot be one. */
    static Optional<SheetCode> parse(String typed) {
        String plain = Names.tidy(typed).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        boolean possible = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && sum(plain) % ALPHABET.length() == 0;
        return possible ? Optional.of(new SheetCode(plain)) : Optional.empty();
    }

    private static int sum(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (i + 1) * ALPHABET.indexOf(text.charAt(i));
        }
        return sum;
    }

    /** As it is printed: two groups of four. */
    String grouped() {
        return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
    }
}
