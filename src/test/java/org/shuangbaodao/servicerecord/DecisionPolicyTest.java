package org.shuangbaodao.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Verdict plain = DecisionPolicy.judge(verb, Situation.of(state), with(role, ties));
            String who = "%s | %s | ".formatted(role.name, ties.isEmpty() ? "stranger" : sorted(ties));
            if (plain instanceof Allowed) {
                lines.add(who + state + " | " + verb + words(plain));
            }
            // Of a record that is not plain, what is different.
            situations(state).forEach(record -> {
                Verdict verdict = DecisionPolicy.judge(verb, record, with(role, ties));
                if (!verdict.equals(plain)) {
                    lines.add(who + name(record) + " | " + verb + words(verdict));
                }
            });
        });
        return lines;
    }

    private static String words(Verdict verdict) {
        return verdict instanceof Allowed yes ? " -> %s as %s".formatted(yes.next(), yes.capacity())
                : " refused: " + ((Refused) verdict).reason();
    }

    // A record that the member denies, and one that takes two: only in the states where that can be.
    private static List<Situation> situations(RecordState state) {
        List<Situation> situations = new ArrayList<>();
        if (state.isCounted()) {
            situations.add(new Situation(state, true, Care.ONE, false));
        }
        if (state == RecordState.SUBMITTED) {
            for (Care care : EnumSet.complementOf(EnumSet.of(Care.ONE))) {
                situations.add(new Situation(state, false, care, false));
                situations.add(new Situation(state, false, care, true));
            }
        }
        return situations;
    }

    private static String name(Situation record) {
        String care = switch (record.care()) {
            case ONE -> "";
            case TWO -> " late";
            case REVIEW -> " long day";
            case SUPERIOR -> " very late";
        };
        return record.state() + (record.held() ? " held" : "") + care + (record.signed() ? ", signed" : "");
    }

    @Test
    void whatIsAllowedIsExactlyWhatIsWrittenDown() throws IOException {
        String present = String.join("\n", allowed()) + "\n";
        // To be copied over the one that is read, once somebody has looked at what has become different.
        Files.writeString(Path.of("target", "decision-table.txt"), present);
        try (var table = DecisionPolicyTest.class.getResourceAsStream("/decision-table.txt")) {
            assertThat(present)
                    .isEqualTo(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void nobodyDecidesAboutHimselfOrWhatHeEnteredOrThroughHisPair() {
        forEach((role, ties, state, verb) -> {
            if (verb.isDecision() && Stream.of(Tie.HOLDER, Tie.HOLDER_PAIR, Tie.ENTERER, Tie.ENTERER_PAIR)
                    .anyMatch(ties::contains)) {
                assertThat(DecisionPolicy.judge(verb, Situation.of(state), with(role, ties))).isInstanceOf(Refused.class)
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
            Verdict verdict = DecisionPolicy.judge(verb, Situation.of(state), with(role, ties));
            if (verb.isDecision() && verdict instanceof Allowed yes) {
                assertThat(yes.capacity().step() == Capacity.Step.AWARD && confirmed).isFalse();
                assertThat(yes.capacity().step() == Capacity.Step.CONFIRMATION && awarded).isFalse();
            }
        });
    }

    @Test
    void whoeverIsNotFitLearnsNothingAboutTheState() {
        forEach((role, ties, state, verb) -> {
            Verdict stranger = DecisionPolicy.judge(verb, Situation.of(state), new Standpoint(Set.of(), Set.of(), Set.of()));
            assertThat(stranger).isEqualTo(new Refused(Reason.NO_OFFICE));
        });
    }

    /** Long days and holds: whoever signed first is not the second, and near ones alone are not enough. */
    @Test
    void aLongDayTakesSomebodyAbove() {
        forEach((role, ties, state, verb) -> {
            for (boolean signed : new boolean[] { false, true }) {
                Verdict verdict = DecisionPolicy.judge(verb, new Situation(state, false, Care.REVIEW, signed),
                        with(role, ties));
                if (state == RecordState.SUBMITTED && verdict instanceof Allowed yes && yes.next() == RecordState.CONFIRMED) {
                    assertThat(yes.capacity().isSuperior()).isTrue();
                    assertThat(signed && (ties.contains(Tie.SIGNER) || ties.contains(Tie.SIGNER_PAIR))).isFalse();
                }
            }
        });
    }

    @Test
    void whatIsLateTakesTwo() {
        forEach((role, ties, state, verb) -> {
            Verdict first = DecisionPolicy.judge(verb, new Situation(state, false, Care.TWO, false), with(role, ties));
            Verdict second = DecisionPolicy.judge(verb, new Situation(state, false, Care.TWO, true), with(role, ties));
            if (verb == Verb.CONFIRM && state == RecordState.SUBMITTED) {
                assertThat(first instanceof Allowed yes && yes.next() == RecordState.CONFIRMED).isFalse();
                assertThat(second instanceof Allowed && (ties.contains(Tie.SIGNER) || ties.contains(Tie.SIGNER_PAIR)))
                        .isFalse();
            }
        });
    }

    @Test
    void nobodyReleasesAHoldOnWhatHeConfirmedOrEntered() {
        forEach((role, ties, state, verb) -> {
            if (verb == Verb.RELEASE && !ties.isEmpty()
                    && DecisionPolicy.judge(verb, new Situation(state, true, Care.ONE, false),
                            with(role, ties)) instanceof Allowed) {
                assertThat(ties).isSubsetOf(Set.of(Tie.HOLDER, Tie.JUST_DECIDED));
            }
        });
    }

    @Test
    void aHeldRecordIsReversedOrNothing() {
        forEach((role, ties, state, verb) -> {
            if (verb.isDecision() && DecisionPolicy.judge(verb, new Situation(state, true, Care.ONE, false),
                    with(role, ties)) instanceof Allowed) {
                assertThat(verb).isIn(Verb.REVERSE, Verb.TAKE_POINTS, Verb.ANNUL, Verb.RELEASE);
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
