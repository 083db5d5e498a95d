package org.shuangbaodao.web;

import java.util.Optional;

/** Which edition of the public figures is the present one. */
public interface PublicEdition {

    /** The present one; may ask the database. While that is away, the one that was known last. */
    Edition now();

    /** The present one as far as is known without asking; empty where that was too long ago. */
    Optional<Edition> known();

    /** Equal editions, equal pages. */
    interface Edition {

        /** Whether at most amounts are different: no name, nobody's membership, no day. */
        boolean differsInAmountsOnly(Edition other);
    }
}
