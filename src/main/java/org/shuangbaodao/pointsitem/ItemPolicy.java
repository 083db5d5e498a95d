package org.shuangbaodao.pointsitem;

import java.util.Optional;
import java.util.Set;

/**
 * The one place that says who may do what to an item. Pure. The person is judged before the state, so that who may not decide
 * learns nothing about where it stands.
 */
final class ItemPolicy {

    private ItemPolicy() {
    }

    /** What can be done to an item. */
    enum Verb {
        APPROVE,
        REFUSE,
        REVERSE,
        /** By who proposed it. */
        WITHDRAW,
        /** By the member, before it is decided. */
        ANSWER
    }

    /** What binds a person to an item; a pair is that person's principal or deputy: they count as one. */
    enum Tie {
        SUBJECT,
        SUBJECT_PAIR,
        PROPOSER,
        PROPOSER_PAIR
    }

    /** What an office makes of a person here. */
    enum Seat {
        NONE,
        /** Secretary, deputy or committee member of the branch. */
        COMMITTEE,
        /** Officer above the branch, while somebody in the branch can decide and has not been silent for ten working days. */
        SUPERIOR_WAITING,
        SUPERIOR
    }

    /** Whether the member was heard. */
    enum Hearing {
        NOT_NEEDED,
        RUNNING,
        /** He answered, or his days have run. */
        DONE
    }

    /** How somebody stands to an item. */
    record Standpoint(Set<Tie> ties, Seat seat) {
    }

    /** @return why not, or empty when it may be done */
    static Optional<ItemProblem> against(Verb verb, ItemState state, Hearing hearing, Standpoint who) {
        return switch (verb) {
            case ANSWER -> !who.ties.contains(Tie.SUBJECT) ? Optional.of(ItemProblem.NO_OFFICE)
                    : state != ItemState.PROPOSED || hearing == Hearing.NOT_NEEDED ? Optional.of(ItemProblem.WRONG_STATE)
                            : Optional.empty();
            case WITHDRAW -> !who.ties.contains(Tie.PROPOSER) ? Optional.of(ItemProblem.NO_OFFICE)
                    : state != ItemState.PROPOSED ? Optional.of(ItemProblem.WRONG_STATE) : Optional.empty();
            case APPROVE, REFUSE, REVERSE -> decision(verb, state, hearing, who);
        };
    }

    private static Optional<ItemProblem> decision(Verb verb, ItemState state, Hearing hearing, Standpoint who) {
        if (who.ties.contains(Tie.SUBJECT)) {
            return Optional.of(ItemProblem.OWN_ITEM);
        }
        if (who.ties.contains(Tie.PROPOSER)) {
            return Optional.of(ItemProblem.OWN_PROPOSAL);
        }
        if (who.seat == Seat.NONE) {
            return Optional.of(ItemProblem.NO_OFFICE);
        }
        if (who.ties.contains(Tie.SUBJECT_PAIR) || who.ties.contains(Tie.PROPOSER_PAIR)) {
            return Optional.of(ItemProblem.PAIR);
        }
        // What was posted can be taken back by the superior at any time; a first decision is the branch's own.
        if (who.seat == Seat.SUPERIOR_WAITING && verb != Verb.REVERSE) {
            return Optional.of(ItemProblem.NOT_YET);
        }
        if (state != (verb == Verb.REVERSE ? ItemState.APPROVED : ItemState.PROPOSED)) {
            return Optional.of(ItemProblem.WRONG_STATE);
        }
        return verb == Verb.APPROVE && hearing == Hearing.RUNNING ? Optional.of(ItemProblem.HEARING_RUNS) : Optional.empty();
    }
}
