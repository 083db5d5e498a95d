package org.shuangbaodao.identity;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * A one-time code as it stands on a slip: 128 random bits and two check characters, in seven groups of four. The alphabet has
 * no letters that look like digits, and whoever types one all the same is understood.
 */
record InvitationCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SECRET_LENGTH = 26;
    private static final int LENGTH = SECRET_LENGTH + 2;
    private static final int GROUP = 4;
    // The largest prime that two characters can hold: every single slip and every swap of neighbours shows.
    private static final BigInteger CHECK = BigInteger.valueOf(1021);

    static InvitationCode random() {
        return of(new BigInteger(1, Secrets.random128()));
    }

    private static InvitationCode of(BigInteger secret) {
        return new InvitationCode(digits(secret, SECRET_LENGTH) + digits(secret.mod(CHECK), LENGTH - SECRET_LENGTH));
    }

    /** The code somebody typed, with or without groups; empty when it cannot be one. */
    static Optional<InvitationCode> parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1').replaceAll("[\\s-]",
                "");
        if (plain.length() != LENGTH || !plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        InvitationCode code = of(number(plain.substring(0, SECRET_LENGTH)));
        return code.text.equals(plain) ? Optional.of(code) : Optional.empty();
    }

    String grouped() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    String hash() {
        return Secrets.hash(text);
    }

    private static String digits(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder();
        BigInteger left = number;
        while (digits.length() < length) {
            digits.append(ALPHABET.charAt(left.intValue() & 31));
            left = left.shiftRight(5);
        }
        return digits.reverse().toString();
    }

    private static BigInteger number(String digits) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : digits.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(digit)));
        }
        return number;
    }

    /** Codes must not get into logs by accident. */
    @Override
    public String toString() {
        return "InvitationCode";
    }
}
