package org.shuangbaodao.pointsitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.shuangbaodao.pointsitem.ItemPolicy.Hearing;
import org.shuangbaodao.pointsitem.ItemPolicy.Seat;
import org.shuangbaodao.pointsitem.ItemPolicy.Standpoint;
import org.shuangbaodao.pointsitem.ItemPolicy.Tie;
import org.shuangbaodao.pointsitem.ItemPolicy.Verb;

import org.junit.jupiter.api.Test;

/** Tie × seat × state × hearing × verb, complete. */
class ItemPolicyTest {

    /** Everything that is allowed; whatever is not here is refused. */
    private static final List<String> ALLOWED = List.of(
            "stranger COMMITTEE PROPOSED NOT_NEEDED APPROVE", "stranger COMMITTEE PROPOSED DONE APPROVE",
            "stranger SUPERIOR PROPOSED NOT_NEEDED APPROVE", "stranger SUPERIOR PROPOSED DONE APPROVE",
            "stranger COMMITTEE PROPOSED * REFUSE", "stranger SUPERIOR PROPOSED * REFUSE",
            "stranger COMMITTEE APPROVED * REVERSE", "stranger SUPERIOR APPROVED * REVERSE",
            "stranger SUPERIOR_WAITING APPROVED * REVERSE",
            "PROPOSER * PROPOSED * WITHDRAW",
            "SUBJECT * PROPOSED RUNNING ANSWER", "SUBJECT * PROPOSED DONE ANSWER");

    @Test
    void whatIsAllowedIsExactlyWhatIsWrittenDown() {
        List<String> wrong = new ArrayList<>();
        forEach((tie, seat, state, hearing, verb) -> {
            String line = "%s %s %s %s %s".formatted(tie == null ? "stranger" : tie, seat, state, hearing, verb);
            boolean written = ALLOWED.stream()
                    .anyMatch(each -> line.matches(each.replace("*", "[A-Z_]+")));
            if (against(tie, seat, state, hearing, verb).isEmpty() != written) {
                wrong.add(line);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsNotFitLearnsNothingAboutWhereItStands() {
        forEach((tie, seat, state, hearing, verb) -> {
            if (verb != Verb.ANSWER && verb != Verb.WITHDRAW && (seat == Seat.NONE || tie != null)) {
                assertThat(against(tie, seat, state, hearing, verb))
                        .isEqualTo(against(tie, seat, ItemState.PROPOSED, Hearing.NOT_NEEDED, verb));
            }
        });
    }

    @Test
    void nobodyLosesPointsBeforeHeCouldSpeak() {
        for (Seat seat : EnumSet.of(Seat.COMMITTEE, Seat.SUPERIOR)) {
            assertThat(against(null, seat, ItemState.PROPOSED, Hearing.RUNNING, Verb.APPROVE))
                    .contains(ItemProblem.HEARING_RUNS);
        }
    }

    private static Optional<ItemProblem> against(Tie tie, Seat seat, ItemState state, Hearing hearing, Verb verb) {
        return ItemPolicy.against(verb, state, hearing, new Standpoint(tie == null ? Set.of() : Set.of(tie), seat));
    }

    private interface Row {
        void on(Tie tie, Seat seat, ItemState state, Hearing hearing, Verb verb);
    }

    private static void forEach(Row row) {
        Stream.concat(Stream.of((Tie) null), Stream.of(Tie.values())).forEach(tie -> {
            for (Seat seat : Seat.values()) {
                for (ItemState state : ItemState.values()) {
                    for (Hearing hearing : Hearing.values()) {
                        for (Verb verb : Verb.values()) {
                            row.on(tie, seat, state, hearing, verb);
                        }
                    }
                }
            }
        });
    }
}
