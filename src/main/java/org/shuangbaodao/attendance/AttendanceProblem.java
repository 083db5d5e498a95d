package org.shuangbaodao.attendance;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about coming to an activity. */
public enum AttendanceProblem implements ProblemType {

    /** Not a slot of this activity. */
    UNKNOWN_SLOT("attendance/unknown-slot", 404),
    CANCELLED("attendance/cancelled", 409),
    /** The slot has begun. */
    BEGUN("attendance/begun", 409),
    /** The member has not consented to being recorded. */
    NO_CONSENT("attendance/no-consent", 422),
    /** Not on a branch's approved roster: there is nobody to sign up. */
    NOT_A_MEMBER("attendance/not-a-member", 422),
    /** He signed up for something at the same time ({0} to {1}) already. */
    SAME_TIME("attendance/same-time", 409),
    NOT_SIGNED_UP("attendance/not-signed-up", 409),
    /** Only who runs the activity. */
    NOT_YOURS("attendance/not-yours", 403),
    /** The code is not the one of now, nor of the time named. */
    WRONG_CODE("attendance/wrong-code", 422),
    /** Too many wrong codes; {0} seconds to wait. */
    TOO_MANY("attendance/too-many", 429),
    /** Neither now nor at the time named does the activity take place. */
    NOT_NOW("attendance/not-now", 409);

    private final String code;
    private final int status;

    AttendanceProblem(String code, int status) {
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
