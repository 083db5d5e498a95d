package org.shuangbaodao.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.shuangbaodao.kernel.Ids;

/**
 * How an entry is hashed and tied to the one before it in its branch. The text holds ids made by the service, numbers, dates
 * and codes only: a name can be erased without breaking the chain, and the nonce keeps a published hash from being guessed.
 * It proves that entries were not changed since, not that they are true.
 */
final class Chain {

    /** Version of the text below. A new one gets a new number; the old stays for the rows that carry it. */
    static final int FORMAT = 1;
    static final String BEGINNING = "0".repeat(64);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Chain() {
    }

    /**
     * The place of an entry in its branch's chain.
     *
     * @param digest name of the hash function the entry is tied in with
     */
    record Link(long sequence, String previousHash, String nonce, String digest) {
    }

    static String nonce() {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    /** @throws IllegalArgumentException when the entry names a hash function that no entry may have */
    static String hash(LedgerEntry entry) {
        byte[] text = text(entry).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(HashFunction.of(entry.digest).digest(text));
    }

    /** The hashed text: one {@code name=value} a line in this order, absent values empty. */
    static String text(LedgerEntry entry) {
        return """
                format=%d
                id=%s
                branch=%s
                sequence=%d
                book=%s
                holder=%s
                community=%s
                period=%s
                servedOn=%s
                amount=%d
                kind=%s
                ruleItem=%s
                ruleVersion=%d
                parameters=%s
                sourceType=%s
                sourceId=%s
                sourceRevision=%d
                reverses=%s
                postedAt=%s
                postedBy=%s
                nonce=%s
                previous=%s
                """.formatted(entry.format, Ids.text(entry.id), Ids.text(entry.branchId), entry.sequence, entry.book,
                Ids.text(entry.holderId), optional(entry.communityId), entry.period, entry.servedOn, entry.amount, entry.kind,
                entry.ruleItem, entry.ruleVersion, entry.parameters, entry.sourceType, entry.sourceId, entry.sourceRevision,
                optional(entry.reverses), entry.postedAt, Ids.text(entry.postedBy), entry.nonce, entry.previousHash);
    }

    private static String optional(Long id) {
        return id == null ? "" : Ids.text(id);
    }
}
