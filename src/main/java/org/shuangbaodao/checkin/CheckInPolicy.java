package org.shuangbaodao.checkin;

import java.util.Set;

/** Who may do what to a check-in in which state: the one place that says so, asked on every verb. */
final class CheckInPolicy {

    private CheckInPolicy() {
    }

    enum Verb {
        ACCEPT,
        REFUSE,
        AGREE,
        WITHDRAW
    }

    /** How the actor stands to one check-in; several may hold at once. */
    enum Relation {
        /** The member himself, or one who speaks for the unit that registered itself. */
        HOLDER,
        /** Speaks for the member's branch, and the member lets branch and community exchange. */
        BRANCH,
        /** Holds an office that decides for the community, now or when it comes to him. */
        COMMUNITY,
        /** Among those whose turn it is. */
        TURN,
        /** The holder, who entered it, or the deputy of one of them: never decides, whatever else he is. */
        INTERESTED
    }

    enum Verdict {
        ALLOWED,
        /** It is there for the actor, but this step is not his. */
        FORBIDDEN,
        /** The step would be his to decide were it not his own. */
        OWN,
        /** The step does not lead on from this state. */
        WRONG_STATE,
        /** The actor may not even know of it. */
        HIDDEN
    }

    static boolean maySee(Set<Relation> relations) {
        return relations.contains(Relation.HOLDER) || relations.contains(Relation.BRANCH)
                || relations.contains(Relation.COMMUNITY);
    }

    static Verdict of(Verb verb, Set<Relation> relations, CheckInState state) {
        if (!maySee(relations)) {
            return Verdict.HIDDEN;
        }
        return switch (verb) {
            case ACCEPT -> decision(relations, state);
            // Whose turn it is may also say no: the member to his unit, the community to both.
            case REFUSE -> state == CheckInState.AWAITING_MEMBER ? answer(relations, state) : decision(relations, state);
            case AGREE -> answer(relations, state);
            case WITHDRAW -> withdrawal(relations, state);
        };
    }

    private static Verdict decision(Set<Relation> relations, CheckInState state) {
        if (!relations.contains(Relation.COMMUNITY)) {
            return relations.contains(Relation.HOLDER) ? Verdict.OWN : Verdict.FORBIDDEN;
        }
        if (relations.contains(Relation.INTERESTED)) {
            return Verdict.OWN;
        }
        if (state != CheckInState.REQUESTED) {
            return Verdict.WRONG_STATE;
        }
        return relations.contains(Relation.TURN) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    }

    private static Verdict answer(Set<Relation> relations, CheckInState state) {
        if (!relations.contains(Relation.HOLDER)) {
            return Verdict.FORBIDDEN;
        }
        return state == CheckInState.AWAITING_MEMBER ? Verdict.ALLOWED : Verdict.WRONG_STATE;
    }

    private static Verdict withdrawal(Set<Relation> relations, CheckInState state) {
        boolean takesBackItsOwn = relations.contains(Relation.BRANCH) && state == CheckInState.AWAITING_MEMBER;
        if (!relations.contains(Relation.HOLDER) && !takesBackItsOwn) {
            return Verdict.FORBIDDEN;
        }
        return CheckInState.LIVE.contains(state) ? Verdict.ALLOWED : Verdict.WRONG_STATE;
    }
}
