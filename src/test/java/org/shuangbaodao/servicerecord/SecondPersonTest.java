package org.shuangbaodao.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.Standpoint.Tie;
import org.shuangbaodao.servicerecord.Verdict.Allowed;
import org.shuangbaodao.servicerecord.Verdict.Reason;
import org.shuangbaodao.servicerecord.Verdict.Refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of who can be the second person of a reversal: step × state × capacity × tie. */
class SecondPersonTest {

    /** What a step's reversal makes of a state; what is not written cannot be taken back. */
    private static final Map<Step, Map<RecordState, RecordState>> TAKEN_BACK = Map.of(
            Step.AWARD, Map.of(RecordState.AWARDED, RecordState.CONFIRMED),
            Step.CONFIRMATION, Map.of(RecordState.CONFIRMED, RecordState.REVERSED, RecordState.QUERIED, RecordState.REVERSED,
                    RecordState.AWARDED, RecordState.REVERSED, RecordState.REFUSED, RecordState.REVERSED));

    /** Ties that bind, whatever the step. */
    private static final Map<Tie, Reason> BOUND = Map.of(Tie.HOLDER, Reason.OWN_RECORD, Tie.ENTERER, Reason.OWN_ENTRY,
            Tie.HOLDER_PAIR, Reason.PAIR, Tie.ENTERER_PAIR, Reason.PAIR);

    private static final Map<Step, Set<Tie>> OTHER_STEP = Map.of(
            Step.AWARD, Set.of(Tie.CONFIRMER, Tie.CONFIRMER_PAIR, Tie.SIGNER, Tie.SIGNER_PAIR),
            Step.CONFIRMATION, Set.of(Tie.AWARDER, Tie.AWARDER_PAIR));

    @ParameterizedTest
    @EnumSource(Step.class)
    void whoeverCouldTakeTheStepMayAgreeWhetherItIsHisTurnOrNot(Step step) {
        for (RecordState state : RecordState.values()) {
            for (Capacity capacity : EnumSet.complementOf(EnumSet.of(Capacity.SELF))) {
                for (boolean turn : new boolean[] { true, false }) {
                    RecordState next = TAKEN_BACK.get(step).get(state);
                    Verdict expected = capacity.step() != step ? new Refused(Reason.NO_OFFICE)
                            : next == null ? new Refused(Reason.WRONG_STATE) : new Allowed(capacity, next);

                    assertThat(DecisionPolicy.second(step, state, who(capacity, turn), false))
                            .as("%s %s %s turn=%s", step, state, capacity, turn).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tie.class)
    void noTieIsOverlooked(Tie tie) {
        for (Step step : Step.values()) {
            Capacity capacity = step == Step.AWARD ? Capacity.SUPERIOR_OFFICER : Capacity.STREET_OFFICER;
            Verdict expected = BOUND.containsKey(tie) ? new Refused(BOUND.get(tie))
                    : OTHER_STEP.get(step).contains(tie) ? new Refused(Reason.BOTH_STEPS)
                            : new Allowed(capacity, TAKEN_BACK.get(step).get(RecordState.AWARDED));

            assertThat(DecisionPolicy.second(step, RecordState.AWARDED,
                    new Standpoint(Set.of(tie), Set.of(), Set.of(capacity)), false)).as("%s %s", step, tie).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(RecordState.class)
    void whoProposedItIsNotTheSecond(RecordState state) {
        assertThat(DecisionPolicy.second(Step.AWARD, state, who(Capacity.BRANCH_SECRETARY, true), true))
                .isEqualTo(new Refused(Reason.SAME_PERSON));
    }

    @Test
    void aStrangerLearnsNothing() {
        for (RecordState state : RecordState.values()) {
            assertThat(DecisionPolicy.second(Step.AWARD, state, new Standpoint(Set.of(), Set.of(), Set.of()), false))
                    .isEqualTo(new Refused(Reason.NO_OFFICE));
        }
    }

    private static Standpoint who(Capacity capacity, boolean turn) {
        return new Standpoint(Set.of(), turn ? Set.of(capacity) : Set.of(), turn ? Set.of() : Set.of(capacity));
    }
}
