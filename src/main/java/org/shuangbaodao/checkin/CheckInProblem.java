package org.shuangbaodao.checkin;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about check-ins. */
public enum CheckInProblem implements ProblemType {

    /** Without the consent to recording nothing may be recorded (PIPL art. 13). */
    NO_CONSENT("checkin/no-consent", 403),
    /** {0} keeps branch and community apart; only he can register himself. */
    NO_EXCHANGE("checkin/no-exchange", 422),
    /** No approved place on a branch's roster today. */
    NO_BRANCH("checkin/no-branch", 422),
    /** Waiting or accepted there already, in {0}: community, {1}: period. */
    ALREADY_REGISTERED("checkin/already-registered", 409),
    /** Only communities take check-ins. */
    NOT_A_COMMUNITY("checkin/not-a-community", 422),
    /** The grid is not one of that community. */
    NOT_ITS_GRID("checkin/not-its-grid", 422),
    /** Only the present year, and from December the next one. */
    PERIOD_CLOSED("checkin/period-closed", 422),
    /** The period ended before anybody decided; register for the new one. */
    PERIOD_OVER("checkin/period-over", 409),
    /** Only what is accepted today can be moved or renewed. */
    NOT_ACCEPTED("checkin/not-accepted", 409),
    /** A move goes to another community. */
    SAME_COMMUNITY("checkin/same-community", 422),
    /** Nobody accepts his own, nor what he or his deputy entered. */
    OWN("checkin/own", 403),
    /** Somebody was faster: {0} who, {1} when; the extension {@code current} shows what it is now. */
    DECIDED("checkin/decided", 409),
    /** That step does not exist from where the check-in stands now. */
    WRONG_STATE("checkin/wrong-state", 409),
    /** The person is not on a roster of that unit. */
    NOT_OF_UNIT("checkin/not-of-unit", 422),
    /** The organization is not a unit (单位). */
    NOT_A_UNIT("checkin/not-a-unit", 422);

    private final String code;
    private final int status;

    CheckInProblem(String code, int status) {
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
