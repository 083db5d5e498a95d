package org.shuangbaodao.servicerecord;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.shuangbaodao.servicerecord.Capacity.Step;

/**
 * How an actor stands to a record: all the policy needs to know.
 *
 * @param ties what binds him to it
 * @param turns the capacities in which it is his turn
 * @param waiting the capacities he has, but somebody nearer is to act first
 */
public record Standpoint(Set<Tie> ties, Set<Capacity> turns, Set<Capacity> waiting) {

    /** What makes a person unfit to decide. A pair is the principal or deputy of that person: they count as one. */
    public enum Tie {
        HOLDER,
        HOLDER_PAIR,
        ENTERER,
        ENTERER_PAIR,
        CONFIRMER,
        CONFIRMER_PAIR,
        AWARDER,
        AWARDER_PAIR,
        /** Confirmed it as the first of two. */
        SIGNER,
        SIGNER_PAIR,
        /** Took the last step, some minutes ago, and nothing followed. */
        JUST_DECIDED
    }

    boolean isHolder() {
        return ties.contains(Tie.HOLDER);
    }

    boolean isEnterer() {
        return ties.contains(Tie.ENTERER);
    }

    boolean hasAny(Tie... wanted) {
        return Set.of(wanted).stream().anyMatch(ties::contains);
    }

    Optional<Capacity> turnFor(Step step) {
        return turns.stream().filter(capacity -> capacity.step() == step).sorted().findFirst();
    }

    /** The same among those above. */
    Optional<Capacity> superiorTurnFor(Step step) {
        return turns.stream().filter(capacity -> capacity.step() == step && capacity.isSuperior()).sorted().findFirst();
    }

    /** In which capacity he could take the step, his turn or not. */
    Optional<Capacity> capacityFor(Step step) {
        return Stream.concat(turns.stream(), waiting.stream()).filter(capacity -> capacity.step() == step).sorted()
                .findFirst();
    }

    boolean waitsFor(Step step) {
        return waiting.stream().anyMatch(capacity -> capacity.step() == step);
    }
}
