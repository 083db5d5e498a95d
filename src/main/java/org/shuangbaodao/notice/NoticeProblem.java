package org.shuangbaodao.notice;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about notices, objections and appeals. */
enum NoticeProblem implements ProblemType {

    UNKNOWN("notice/unknown", 404),
    /** Nothing is booked in any quarter of the branch that is not noticed yet. */
    NOTHING_TO_SHOW("notice/nothing-to-show", 409),
    /** Objections are taken up to {0}. */
    OVER("notice/over", 409),
    /** No such objection, no such code, or not one the asker may see: one answer for all. */
    OBJECTION_UNKNOWN("notice/objection-unknown", 404),
    /** Nothing of the deed stands in this quarter. */
    NOT_IN_QUARTER("notice/not-in-quarter", 422),
    /** It lies with somebody else: the branch, or a superior. */
    NOT_RESPONSIBLE("notice/not-responsible", 403),
    /** The objection is about himself, his own service, or something he or his pair decided, or raised by him. */
    INVOLVED("notice/involved", 403),
    /** Whoever answered does not decide on the appeal, nor does his pair. */
    SAME_DECIDER("notice/same-decider", 403),
    /** Somebody answered first: {0}. */
    ANSWERED("notice/answered", 409),
    /** The holder may still say something, up to {0}. */
    NOT_HEARD("notice/not-heard", 409),
    /** Upheld, but nothing is to be taken back. */
    REMEDY_NEEDED("notice/remedy-needed", 422),
    /** Not answered yet, so there is nothing to appeal against. */
    NOT_ANSWERED("notice/not-answered", 409),
    /** There is an appeal already. */
    APPEALED("notice/appealed", 409),
    /** Appeals were taken up to {0}. */
    TOO_LATE_TO_APPEAL("notice/too-late-to-appeal", 409),
    /** The hearing was up to {0}, or the objection is answered. */
    HEARING_OVER("notice/hearing-over", 409),
    /**
     * So many objections or codes from one address that the next has to wait {0} minutes; {@code retryAfter} counts seconds.
     */
    TOO_MANY("notice/too-many", 429),
    /** No organization above has anybody who could answer. */
    NOBODY_ABOVE("notice/nobody-above", 409);

    private final String code;
    private final int status;

    NoticeProblem(String code, int status) {
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
