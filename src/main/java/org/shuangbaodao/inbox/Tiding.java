package org.shuangbaodao.inbox;

/**
 * Something people are told. Each feature lists its own in an enum; the sentence stands in the feature's message bundle, and
 * takes the arguments of the {@link Word} in their order.
 */
public interface Tiding {

    /** {@code bundle:key}. Stable for as long as messages are kept: stored messages name it. */
    String message();
}
