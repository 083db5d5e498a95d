package org.shuangbaodao.proof;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is signed each day.
 *
 * @param branches number of leaves
 * @param previous root of the digest before, so that none can be left out; zeros for the first
 */
public record DigestStatement(LocalDate day, Instant madeAt, String digest, long branches, String root, String previous) {

    static final String NO_ROOT = "0".repeat(64);

    /** The signed text: one {@code name=value} a line in this order, UTF-8. */
    public String text() {
        return """
                shuangbaodao ledger digest
                format=1
                day=%s
                madeAt=%s
                digest=%s
                branches=%d
                root=%s
                previous=%s
                """.formatted(day, madeAt, digest, branches, root, previous);
    }
}
