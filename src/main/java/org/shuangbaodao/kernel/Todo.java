package org.shuangbaodao.kernel;

/**
 * Something that waits for a person, as a sentence that leads to it.
 *
 * @param message {@code bundle:key} of a message with one parameter, a {@code long}
 * @param count how many; nothing is shown for none
 * @param path where it is dealt with
 */
public record Todo(String message, long count, String path) {
}
