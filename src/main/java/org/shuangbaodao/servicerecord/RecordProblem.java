package org.shuangbaodao.servicerecord;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about service records. */
public enum RecordProblem implements ProblemType {

    UNKNOWN("record/unknown", 404),
    /** Start, end or length are not possible. */
    END_BEFORE_START("record/end-before-start", 422),
    IN_THE_FUTURE("record/in-the-future", 422),
    /** More than {0} hours in one record or on one day. */
    TOO_LONG("record/too-long", 422),
    /** More than {1} hours on {0}, together with what counts already. */
    TOO_MUCH_A_DAY("record/too-much-a-day", 422),
    /** Entered more than ten working days after its end. */
    LATE_REASON_NEEDED("record/late-reason-needed", 422),
    /** No community given and none, or several, accepted the member's check-in. */
    COMMUNITY_NEEDED("record/community-needed", 422),
    /** Not a community, or not one on that day: {0}. */
    COMMUNITY_UNFIT("record/community-unfit", 422),
    ACTIVITY_UNKNOWN("record/activity-unknown", 422),
    ACTIVITY_CANCELLED("record/activity-cancelled", 422),
    /** Not within {0} minutes of any slot of the activity. */
    OUTSIDE_SLOT("record/outside-slot", 422),
    /** Not a post of that community, or not open on that day. */
    POST_UNFIT("record/post-unfit", 422),
    /** Outside the area the issuer and its proof number are needed. */
    PROOF_NEEDED("record/proof-needed", 422),
    /** The member has not consented to being recorded. */
    NO_CONSENT("record/no-consent", 422),
    /** No office that lets one enter for this member. */
    MAY_NOT_ENTER_FOR("record/may-not-enter-for", 403),
    WORKING_TIME_IS_DUTY("record/working-time-is-duty", 422),
    /** Over the same time there is one already; the extension {@code other} names it. */
    OVERLAP("record/overlap", 409),
    REASON_NEEDED("record/reason-needed", 422),
    OWN_RECORD("record/own-record", 403),
    OWN_ENTRY("record/own-entry", 403),
    BOTH_STEPS("record/both-steps", 403),
    PAIR("record/pair", 403),
    SAME_PERSON("record/same-person", 403),
    NOT_YET("record/not-yet", 403),
    SUPERIOR_NEEDED("record/superior-needed", 403),
    NO_OFFICE("record/no-office", 403),
    /** Somebody decided first; the extension {@code state} tells what. */
    WRONG_STATE("record/wrong-state", 409),
    HELD("record/held", 409),
    /** So much is taken back by two people. */
    SECOND_NEEDED("record/second-needed", 409),
    /** The record was changed since it was looked at: version {0} now. */
    CHANGED_MEANWHILE("record/changed-meanwhile", 409);

    private final String code;
    private final int status;

    RecordProblem(String code, int status) {
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
