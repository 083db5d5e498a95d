package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangbaodao.checkin.CheckInPolicy.Relation.BRANCH;
import static org.shuangbaodao.checkin.CheckInPolicy.Relation.COMMUNITY;
import static org.shuangbaodao.checkin.CheckInPolicy.Relation.HOLDER;
import static org.shuangbaodao.checkin.CheckInPolicy.Relation.INTERESTED;
import static org.shuangbaodao.checkin.CheckInPolicy.Relation.TURN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.shuangbaodao.checkin.CheckInPolicy.Relation;
import org.shuangbaodao.checkin.CheckInPolicy.Verb;
import org.shuangbaodao.checkin.CheckInPolicy.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckInPolicyTest {

    /** Who somebody is, in the words of the field. */
    private static final Map<String, Set<Relation>> PEOPLE = Map.of(
            "stranger", EnumSet.noneOf(Relation.class),
            "member", EnumSet.of(HOLDER, INTERESTED),
            "branch secretary", EnumSet.of(BRANCH),
            "unit officer who entered it", EnumSet.of(BRANCH, INTERESTED),
            "community secretary", EnumSet.of(COMMUNITY, TURN),
            "grid lead before his turn", EnumSet.of(COMMUNITY),
            "community secretary on his own", EnumSet.of(HOLDER, COMMUNITY, INTERESTED),
            "community secretary whose deputy it is", EnumSet.of(COMMUNITY, INTERESTED));

    /**
     * Columns: AWAITING_MEMBER, REQUESTED, ACCEPTED, DECLINED, WITHDRAWN, MOVED. A allowed, F forbidden, O own, W wrong state,
     * H hidden.
     */
    private static final String TABLE = """
            ACCEPT   | stranger                               | H H H H H H
            ACCEPT   | member                                 | O O O O O O
            ACCEPT   | branch secretary                       | F F F F F F
            ACCEPT   | unit officer who entered it            | F F F F F F
            ACCEPT   | community secretary                    | W A W W W W
            ACCEPT   | grid lead before his turn              | W F W W W W
            ACCEPT   | community secretary on his own         | O O O O O O
            ACCEPT   | community secretary whose deputy it is | O O O O O O
            REFUSE   | stranger                               | H H H H H H
            REFUSE   | member                                 | A O O O O O
            REFUSE   | branch secretary                       | F F F F F F
            REFUSE   | unit officer who entered it            | F F F F F F
            REFUSE   | community secretary                    | F A W W W W
            REFUSE   | grid lead before his turn              | F F W W W W
            REFUSE   | community secretary on his own         | A O O O O O
            REFUSE   | community secretary whose deputy it is | F O O O O O
            AGREE    | stranger                               | H H H H H H
            AGREE    | member                                 | A W W W W W
            AGREE    | branch secretary                       | F F F F F F
            AGREE    | unit officer who entered it            | F F F F F F
            AGREE    | community secretary                    | F F F F F F
            AGREE    | grid lead before his turn              | F F F F F F
            AGREE    | community secretary on his own         | A W W W W W
            AGREE    | community secretary whose deputy it is | F F F F F F
            WITHDRAW | stranger                               | H H H H H H
            WITHDRAW | member                                 | A A A W W W
            WITHDRAW | branch secretary                       | A F F F F F
            WITHDRAW | unit officer who entered it            | A F F F F F
            WITHDRAW | community secretary                    | F F F F F F
            WITHDRAW | grid lead before his turn              | F F F F F F
            WITHDRAW | community secretary on his own         | A A A W W W
            WITHDRAW | community secretary whose deputy it is | F F F F F F
            """;

    private static final Map<String, Verdict> LETTERS = Map.of("A", Verdict.ALLOWED, "F", Verdict.FORBIDDEN, "O", Verdict.OWN,
            "W",
            Verdict.WRONG_STATE, "H", Verdict.HIDDEN);

    record Row(Verb verb, String person, String letters) {
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(line -> line.split("\\|"))
                .map(cells -> new Row(Verb.valueOf(cells[0].strip()), cells[1].strip(), cells[2].strip()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyVerbIsAnsweredForEveryPersonInEveryState(Row row) {
        String[] expected = row.letters().split(" ");
        CheckInState[] states = { CheckInState.AWAITING_MEMBER, CheckInState.REQUESTED, CheckInState.ACCEPTED,
                CheckInState.DECLINED, CheckInState.WITHDRAWN, CheckInState.MOVED };

        for (int i = 0; i < states.length; i++) {
            assertThat(CheckInPolicy.of(row.verb(), PEOPLE.get(row.person()), states[i])).as("%s in %s", row, states[i])
                    .isEqualTo(LETTERS.get(expected[i]));
        }
    }

    @Test
    void theTableIsComplete() {
        assertThat(rows()).hasSize(Verb.values().length * PEOPLE.size()).doesNotHaveDuplicates();
        assertThat(CheckInState.values()).hasSize(6);
    }

    @Test
    void noCombinationOfOfficesAcceptsWhatOneIsInterestedIn() {
        for (Set<Relation> relations : combinations()) {
            if (relations.contains(INTERESTED)) {
                for (CheckInState state : CheckInState.values()) {
                    assertThat(CheckInPolicy.of(Verb.ACCEPT, relations, state)).as("%s in %s", relations, state)
                            .isNotEqualTo(Verdict.ALLOWED);
                }
            }
        }
    }

    private static Set<Set<Relation>> combinations() {
        Relation[] all = Relation.values();
        Set<Set<Relation>> combinations = new java.util.HashSet<>();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<Relation> chosen = EnumSet.noneOf(Relation.class);
            for (int i = 0; i < all.length; i++) {
                if ((bits & 1 << i) != 0) {
                    chosen.add(all[i]);
                }
            }
            combinations.add(chosen);
        }
        return combinations;
    }
}
