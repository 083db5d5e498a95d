package org.shuangbaodao.kernel;

import java.util.Set;

/**
 * The person who asks, with the broad roles that follow from the offices he holds at this moment. Whether a role reaches a
 * certain organization is decided by the features, never by the role alone.
 *
 * @param memberId the person, null for a visitor
 * @param name shown to himself in the page header only
 * @param sessionId the session the request belongs to, null for a visitor
 */
public record Actor(Long memberId, String name, Long sessionId, Set<String> roles) {

    public static final Actor VISITOR = new Actor(null, "", null, Set.of());

    /** Stands in the books where a deadline acted and no person did; no member has this id. */
    public static final long BY_ITSELF = 0;

    /** Holds an account and has accepted the privacy notice. */
    public static final String MEMBER = "member";
    /** Holds an office that confirms or awards. */
    public static final String DECIDER = "decider";
    /** Holds an office that keeps the roster of a branch or of all below a committee. */
    public static final String REGISTRAR = "registrar";
    /** Holds an office that looks over how all records of its place, or of all below it, are dealt with. */
    public static final String OVERSEER = "overseer";
    /** Committee officer of some party or territorial organization. */
    public static final String OFFICER = "officer";
    public static final String AUDITOR = "auditor";
    public static final String ADMINISTRATOR = "administrator";

    public boolean isVisitor() {
        return memberId == null;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
