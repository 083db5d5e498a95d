package org.shuangbaodao.member;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about members, their branches and offices. */
public enum MemberProblem implements ProblemType {

    UNKNOWN("member/unknown", 404),
    /** No approved place on a branch's roster on that day. */
    NOT_ON_ROSTER("member/not-on-roster", 422),
    ALREADY_AFFILIATED("member/already-affiliated", 409),
    /** That office does not exist in that kind of organization. */
    OFFICE_DOES_NOT_FIT("member/office-does-not-fit", 422),
    /** Only the superior organization appoints to a deciding office. */
    NOT_SUPERIOR("member/not-superior", 403),
    /** The second signature must come from somebody else, and not from the one appointed. */
    SAME_PERSON("member/same-person", 403),
    /** Administrators hold no other office, and members of branches no administrator's. */
    ROLES_APART("member/roles-apart", 422),
    /** The person holds that office already, or the branch has a secretary. */
    OFFICE_TAKEN("member/office-taken", 409),
    /** A stand-in has a first and a last day, from today on and at most {0} days apart, within the office's own. */
    DELEGATION_DATES("member/delegation-dates", 422),
    /** Only an office of one's own that decides on records can be stood in for; it is not given on. */
    NOT_DELEGABLE("member/not-delegable", 422),
    /** Who confirms does not stand in for somebody who awards, nor the other way round. */
    DELEGATION_CONFLICT("member/delegation-conflict", 422),
    /** Somebody else stands in on some of these days. */
    DELEGATION_OVERLAPS("member/delegation-overlaps", 409),
    /** Two administrators must remain. */
    TOO_FEW_ADMINISTRATORS("member/too-few-administrators", 409),
    /** The appointment was decided or ended already. */
    APPOINTMENT_DECIDED("member/appointment-decided", 409),
    /** An organization with {0} members cannot be dissolved; they are transferred or it is merged. */
    STILL_HAS_MEMBERS("member/still-has-members", 409);

    private final String code;
    private final int status;

    MemberProblem(String code, int status) {
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
