package org.shuangbaodao.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.shuangbaodao.servicerecord.Standpoint.Tie;
import org.shuangbaodao.servicerecord.Verdict.Allowed;
import org.shuangbaodao.servicerecord.Verdict.Reason;
import org.shuangbaodao.servicerecord.Verdict.Refused;

import org.junit.jupiter.api.Test;

/**
 * Role × relation × state × verb, complete. What is allowed is written down in {@code decision-table.txt} and read by people;
 * whatever is not a line there is refused.
 */
class DecisionPolicyTest {

    /** An office, whose turn it is or not. */
    private record Role(String name, Standpoint standpoint) {
    }

    private static List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        roles.add(new Role("nobody", new Standpoint(Set.of(), Set.of(), Set.of())));
        for (Capacity capacity : EnumSet.complementOf(EnumSet.of(Capacity.SELF))) {
            roles.add(new Role(capacity.name(), new Standpoint(Set.of(), Set.of(capacity), Set.of())));
            roles.add(new Role(capacity + "-waiting", new Standpoint(Set.of(), Set.of(), Set.of(capacity))));
        }
        return roles;
    }

    private static List<Set<Tie>> relations() {
        List<Set<Tie>> relations = new ArrayList<>(List.of(Set.of(), Set.of(Tie.HOLDER, Tie.ENTERER)));
        Stream.of(Tie.values()).forEach(tie -> relations.add(Set.of(tie)));
        return relations;
    }

    private static List<String> allowed() {
        List<String> lines = new ArrayList<>();
        forEach((role, ties, state, verb) -> {
            Verdict verdict = DecisionPolicy.judge(verb, state, false, with(role, ties));
            if (verdict instanceof Allowed yes) {
                lines.add(
                        "%s | %s | %s | %s -> %s as %s".formatted(role.name, ties.isEmpty() ? "stranger" : sorted(ties), state,
                                verb, yes.next(), yes.capacity()));
            }
        });
        return lines;
    }

    @Test
    void whatIsAllowedIsExactlyWhatIsWrittenDown() throws IOException {
        try (var table = DecisionPolicyTest.class.getResourceAsStream("/decision-table.txt")) {
            assertThat(String.join("\n", allowed()) + "\n")
                    .isEqualTo(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void nobodyDecidesAboutHimselfOrWhatHeEnteredOrThroughHisPair() {
        forEach((role, ties, state, verb) -> {
            if (verb.isDecision() && Stream.of(Tie.HOLDER, Tie.HOLDER_PAIR, Tie.ENTERER, Tie.ENTERER_PAIR)
                    .anyMatch(ties::contains)) {
                assertThat(DecisionPolicy.judge(verb, state, false, with(role, ties))).isInstanceOf(Refused.class)
                        .extracting(verdict -> ((Refused) verdict).reason())
                        .isIn(Reason.OWN_RECORD, Reason.OWN_ENTRY, Reason.PAIR);
            }
        });
    }

    @Test
    void nobodyTakesBothSteps() {
        forEach((role, ties, state, verb) -> {
            boolean confirmed = ties.contains(Tie.CONFIRMER) || ties.contains(Tie.CONFIRMER_PAIR);
            boolean awarded = ties.contains(Tie.AWARDER) || ties.contains(Tie.AWARDER_PAIR);
            Verdict verdict = DecisionPolicy.judge(verb, state, false, with(role, ties));
            if (verb.isDecision() && verdict instanceof Allowed yes) {
                assertThat(yes.capacity().step() == Capacity.Step.AWARD && confirmed).isFalse();
                assertThat(yes.capacity().step() == Capacity.Step.CONFIRMATION && awarded).isFalse();
            }
        });
    }

    @Test
    void whoeverIsNotFitLearnsNothingAboutTheState() {
        forEach((role, ties, state, verb) -> {
            Verdict stranger = DecisionPolicy.judge(verb, state, false, new Standpoint(Set.of(), Set.of(), Set.of()));
            assertThat(stranger).isEqualTo(new Refused(Reason.NO_OFFICE));
        });
    }

    @Test
    void aHeldRecordIsReversedOrNothing() {
        forEach((role, ties, state, verb) -> {
            if (verb.isDecision() && DecisionPolicy.judge(verb, state, true, with(role, ties)) instanceof Allowed) {
                assertThat(verb).isIn(Verb.REVERSE, Verb.TAKE_POINTS, Verb.ANNUL);
            }
        });
    }

    private interface Row {
        void on(Role role, Set<Tie> ties, RecordState state, Verb verb);
    }

    private static void forEach(Row row) {
        for (Role role : roles()) {
            for (Set<Tie> ties : relations()) {
                for (RecordState state : RecordState.values()) {
                    for (Verb verb : Verb.values()) {
                        row.on(role, ties, state, verb);
                    }
                }
            }
        }
    }

    private static Standpoint with(Role role, Set<Tie> ties) {
        return new Standpoint(ties, role.standpoint.turns(), role.standpoint.waiting());
    }

    private static String sorted(Set<Tie> ties) {
        return ties.stream().sorted().map(Tie::name).reduce((one, other) -> one + "+" + other).orElse("");
    }
}
