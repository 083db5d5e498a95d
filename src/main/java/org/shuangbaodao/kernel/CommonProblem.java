package org.shuangbaodao.kernel;

/** Refusals that no single feature owns. */
public enum CommonProblem implements ProblemType {

    /** The thing does not exist, or the asker may not know that it does. */
    NOT_FOUND("common/not-found", 404),
    /** The asker's offices do not reach this. */
    FORBIDDEN("common/forbidden", 403),
    /** A field is missing or malformed; the extension {@code errors} lists which. */
    INVALID("common/invalid", 422),
    /** Somebody else changed it first; look again and decide anew. */
    CONFLICT("common/conflict", 409),
    /** The same Idempotency-Key came with another body. */
    IDEMPOTENCY_KEY_REUSED("common/idempotency-key-reused", 422),
    /** The Idempotency-Key header is missing or not 1–255 visible characters. */
    IDEMPOTENCY_KEY_MISSING("common/idempotency-key-missing", 400),
    /** The database is away or too busy; try again a little later. */
    UNAVAILABLE("common/unavailable", 503),
    /** The connection was lost while committing; asking again with the same key tells, and does nothing twice. */
    OUTCOME_UNKNOWN("common/outcome-unknown", 503);

    private final String code;
    private final int status;

    CommonProblem(String code, int status) {
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
