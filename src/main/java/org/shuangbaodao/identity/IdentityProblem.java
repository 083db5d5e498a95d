package org.shuangbaodao.identity;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals at the door. */
public enum IdentityProblem implements ProblemType {

    /** Wrong login, wrong password, disabled account: one answer for all three. */
    BAD_CREDENTIALS("identity/bad-credentials", 401),
    /** Too many failures for this login name or from this address; the extension {@code retryAfter} counts the seconds. */
    TOO_MANY_ATTEMPTS("identity/too-many-attempts", 429),
    /** So many people log in at this moment that checking another password would slow everybody down. */
    BUSY("identity/busy", 503),
    /** The refresh token is not the one that is good now, or its session is over. */
    SESSION_OVER("identity/session-over", 401),
    LOGIN_TAKEN("identity/login-taken", 409),
    /** Unknown, used, revoked or expired: one answer for all. */
    INVITATION_NOT_VALID("identity/invitation-not-valid", 422),
    /** An administrator shut this account; a new code would not open it. */
    ACCOUNT_DISABLED("identity/account-disabled", 409),
    /** Accounts and records are for people of 18 and more. */
    TOO_YOUNG("identity/too-young", 422),
    /** Nothing can be recorded of somebody who does not agree to recording. */
    RECORDING_REFUSED("identity/recording-refused", 422),
    /** Who entered a paper does not check it, nor his deputy, nor the one who signed it. */
    SAME_PERSON("identity/same-person", 403),
    /** This person's paper is already waiting to be checked. */
    PAPER_WAITING("identity/paper-waiting", 409),
    PAPER_DECIDED("identity/paper-decided", 409);

    private final String code;
    private final int status;

    IdentityProblem(String code, int status) {
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
