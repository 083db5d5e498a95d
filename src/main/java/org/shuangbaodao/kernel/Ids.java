package org.shuangbaodao.kernel;

import java.time.Instant;
import java.util.Optional;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;

/**
 * Time-ordered 64-bit ids made by the service, not by the database: rows can be inserted in batches, and the ledger's hashes
 * rest on ids that survive a move to another server. Outside the database an id is written as 13 characters.
 */
public final class Ids {

    // 8 random node bits and a counter of 14 that starts at random each millisecond: no replica number to hand out.
    private static final TsidFactory FACTORY = TsidFactory.newInstance256();

    private Ids() {
    }

    public static long next() {
        return FACTORY.create().toLong();
    }

    public static String text(long id) {
        return Tsid.from(id).toString();
    }

    /** When the id was made, to the millisecond. */
    public static Instant madeAt(long id) {
        return Tsid.from(id).getInstant();
    }

    /** The id written as {@code text}, or empty when it is not an id at all. */
    public static Optional<Long> parse(String text) {
        if (text == null || !Tsid.isValid(text)) {
            return Optional.empty();
        }
        return Optional.of(Tsid.from(text).toLong());
    }
}
