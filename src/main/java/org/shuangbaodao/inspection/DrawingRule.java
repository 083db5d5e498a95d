package org.shuangbaodao.inspection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;

/**
 * How records are drawn. Pure and published: with the list and the seed {@code openssl} and {@code sort} come to the same
 * result. Each record has a score, the HMAC-SHA-256 of its id under the seed; the lowest scores are drawn.
 */
final class DrawingRule {

    private static final String MAC = "HmacSHA256";

    private DrawingRule() {
    }

    /** A record and the score that put it where it is. */
    record Drawn(long recordId, String score) {
    }

    /** So many per cent, rounded up, but no fewer than {@code least} and no more than {@code most} or than there are. */
    static int sample(int population, int percent, int least, int most) {
        long share = ((long) population * percent + 99) / 100;
        return (int) Math.min(population, Math.min(most, Math.max(least, share)));
    }

    /**
     * @param root of the first daily digest of the ledger after the list was fixed: it rests on what all branches have booked,
     *        with random numbers in each entry, so that nobody knows it before or can aim at it
     */
    static String seed(String root, String scopeCode, Period quarter) {
        return hex(sha256().digest(utf8(root + " " + scopeCode + " " + quarter.key())));
    }

    /** Of the ids as they are written outside, in order, a line each. */
    static String digest(Collection<Long> recordIds) {
        MessageDigest digest = sha256();
        recordIds.stream().sorted().forEach(id -> digest.update(utf8(Ids.text(id) + "\n")));
        return hex(digest.digest());
    }

    /** The same whatever the order of the list. */
    static List<Drawn> draw(Collection<Long> recordIds, String seed, int sample) {
        Mac mac = mac(seed);
        return recordIds.stream().map(id -> new Drawn(id, hex(mac.doFinal(utf8(Ids.text(id))))))
                .sorted(Comparator.comparing(Drawn::score)).limit(sample).toList();
    }

    private static Mac mac(String seed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(utf8(seed), MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
