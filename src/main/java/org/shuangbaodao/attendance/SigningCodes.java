package org.shuangbaodao.attendance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.KeyFolder;
import org.shuangbaodao.kernel.BusinessTime;

/**
 * The code on the lead's screen: six characters that follow from the slot and the time, so that nothing is stored and every
 * replica shows the same. A picture of it that is passed on is worthless within a minute and a half.
 */
@ApplicationScoped
class SigningCodes {

    static final int PERIOD_SECONDS = 45;
    static final int LENGTH = 6;
    /** Without what is taken for something else when read aloud or from afar: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
    static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";
    /** So far the clock somebody reads his minute from may be wrong. */
    private static final int CLOCK_LEEWAY_SECONDS = 5 * 60;
    private static final String ALGORITHM = "HmacSHA256";

    private final KeyFolder keys;
    private final BusinessTime time;

    SigningCodes(KeyFolder keys, BusinessTime time) {
        this.keys = keys;
        this.time = time;
    }

    String now(long slotId) {
        return code(keys.indexKey(), slotId, stepOf(time.now()));
    }

    /** Until the next code. */
    int secondsLeft() {
        return PERIOD_SECONDS - Math.floorMod(time.now().getEpochSecond(), PERIOD_SECONDS);
    }

    /** When the code was shown, if it is the present one or the one before. */
    Optional<LocalDateTime> shownNow(long slotId, String typed) {
        long now = stepOf(time.now());
        return shown(slotId, typed, now - 1, now).map(step -> time.localNow());
    }

    /** When the code was shown, if that was about the minute somebody names; his own clock need not be right. */
    Optional<LocalDateTime> shownAbout(long slotId, String typed, LocalDateTime claimed) {
        Instant minute = claimed.atZone(BusinessTime.ZONE).toInstant();
        return shown(slotId, typed, stepOf(minute.minusSeconds(CLOCK_LEEWAY_SECONDS + PERIOD_SECONDS)),
                stepOf(minute.plusSeconds(CLOCK_LEEWAY_SECONDS)))
                .map(step -> LocalDateTime.ofInstant(Instant.ofEpochSecond(step * PERIOD_SECONDS), BusinessTime.ZONE)
                        .withSecond(0));
    }

    private Optional<Long> shown(long slotId, String typed, long first, long last) {
        String tidy = tidy(typed);
        byte[] key = keys.indexKey();
        return LongStream.rangeClosed(first, last).boxed().filter(step -> code(key, slotId, step).equals(tidy)).findFirst();
    }

    static String tidy(String typed) {
        return typed == null ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    static long stepOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), PERIOD_SECONDS);
    }

    static String code(byte[] key, long slotId, long step) {
        byte[] mac = mac(key, "signing-code:" + slotId + ":" + step);
        // 23 to the sixth fits 28 bits: 56 of them leave no character likelier than another.
        long number = 0;
        for (int i = 0; i < 7; i++) {
            number = number << 8 | mac[i] & 0xff;
        }
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt((int) (number % ALPHABET.length())));
            number /= ALPHABET.length();
        }
        return code.toString();
    }

    /** A phone is known again within one slot only: nobody can be followed from one activity to the next. */
    String device(long slotId, String cookie) {
        if (cookie == null || !cookie.matches("[0-9a-f]{32}")) {
            return null;
        }
        StringBuilder hex = new StringBuilder();
        for (byte each : mac(keys.indexKey(), "signing-device:" + slotId + ":" + cookie)) {
            hex.append("%02x".formatted(each));
        }
        return hex.toString();
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
