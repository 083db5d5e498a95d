package org.shuangbaodao.operations;

/** A command that cannot be done, with the sentence the operator reads. */
class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String sentence, Object... arguments) {
        super(sentence.formatted(arguments));
    }

    Refusal(Throwable cause, String sentence, Object... arguments) {
        super(sentence.formatted(arguments), cause);
    }
}
