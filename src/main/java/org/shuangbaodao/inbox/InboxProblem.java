package org.shuangbaodao.inbox;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about messages and the ways they take. */
enum InboxProblem implements ProblemType {

    UNKNOWN("inbox/unknown", 404),
    /** This installation has no mail server. */
    NO_MAIL("inbox/no-mail", 409),
    /** A code was sent a moment ago. */
    CODE_TOO_SOON("inbox/code-too-soon", 429),
    /** So many codes in a day are somebody playing with another's mailbox. */
    TOO_MANY_CODES("inbox/too-many-codes", 429),
    /** No code was sent, it is too old, or it was guessed at too often. */
    CODE_OVER("inbox/code-over", 409),
    NO_ROBOT("inbox/no-robot", 404),
    /** It has been sent, or somebody was faster. */
    NOT_GIVEN_UP("inbox/not-given-up", 409);

    private final String code;
    private final int status;

    InboxProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
