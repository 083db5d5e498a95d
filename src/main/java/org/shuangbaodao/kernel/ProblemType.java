package org.shuangbaodao.kernel;

/**
 * A refusal with a name. Each feature lists its own in an enum; the text a reader sees stands in
 * {@code messages/problem_<locale>.properties} under {@code <code>} (title) and {@code <code>.detail}.
 */
public interface ProblemType {

    /** Stable for ever, {@code feature/situation} in lower case and hyphens: clients decide by it. */
    String code();

    /** The HTTP status, always a 4xx or 503. */
    int status();
}
