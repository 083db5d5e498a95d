package org.shuangbaodao.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * With which somebody who did not say who he is reads the answer: 80 random bits in four groups of four. There is nothing to
 * guess, so the hash needs no salt and can be looked up by an index.
 */
record ReceiptCode(String text) {

    // No letters that look like digits; whoever types one all the same is understood.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ReceiptCode random() {
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new ReceiptCode(text.toString());
    }

    /** The code somebody typed, with or without groups; empty when it cannot be one. */
    static Optional<ReceiptCode> parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1').replaceAll("[\\s-]",
                "");
        boolean possible = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return possible ? Optional.of(new ReceiptCode(plain)) : Optional.empty();
    }

    String grouped() {
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }

    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Codes must not get into logs by accident. */
    @Override
    public String toString() {
        return "ReceiptCode";
    }
}
