package org.shuangbaodao.rulebook;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about the rules. */
public enum RulebookProblem implements ProblemType {

    UNKNOWN_VERSION("rulebook/unknown-version", 404),
    /** Only officers at the top of a party tree draft rules. */
    NOT_AT_THE_TOP("rulebook/not-at-the-top", 403),
    UNKNOWN_DRAFT("rulebook/unknown-draft", 404),
    /** Adopted or thrown away already. */
    DRAFT_CLOSED("rulebook/draft-closed", 409),
    /** Somebody else wrote in it since. */
    DRAFT_CHANGED("rulebook/draft-changed", 409),
    /** Who wrote in it does not adopt it, nor his principal or deputy. */
    SECOND_PERSON("rulebook/second-person", 403),
    /** Something in it is not right yet. */
    DRAFT_INVALID("rulebook/draft-invalid", 422),
    /** Exactly this content was not tried on the records yet. */
    NOT_SIMULATED("rulebook/not-simulated", 409),
    /** Another version was adopted since the draft was copied. */
    MOVED_ON("rulebook/moved-on", 409),
    /** So many people wrote in it that no more can be noted. */
    TOO_MANY_EDITORS("rulebook/too-many-editors", 409);

    private final String code;
    private final int status;

    RulebookProblem(String code, int status) {
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
