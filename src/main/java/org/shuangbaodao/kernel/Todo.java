package org.shuangbaodao.kernel;

import java.time.Instant;

/**
 * Something that waits for a person, as a sentence that leads to it.
 *
 * @param message {@code bundle:key} of a message with one parameter, a {@code long}
 * @param count how many; nothing is shown for none
 * @param path where it is dealt with
 * @param oldest since when the first of them has been waiting, null where nobody counts the days
 */
public record Todo(String message, long count, String path, Instant oldest) {

    public Todo(String message, long count, String path) {
        this(message, count, path, null);
    }
}
