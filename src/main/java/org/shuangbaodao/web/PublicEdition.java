package org.shuangbaodao.web;

import java.util.Optional;

/** Which edition of the public figures is the present one. Editions can be compared, nothing else. */
public interface PublicEdition {

    /** The present one; may ask the database. While that is away, the one that was known last. */
    Object now();

    /** The present one as far as is known without asking; empty where that was too long ago. */
    Optional<Object> known();
}
