package org.shuangbaodao.servicerecord;

import java.util.Optional;

import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.Standpoint.Tie;
import org.shuangbaodao.servicerecord.Verdict.Allowed;
import org.shuangbaodao.servicerecord.Verdict.Reason;
import org.shuangbaodao.servicerecord.Verdict.Refused;

/**
 * The one place that says who may do what to a service record. Pure: the same question always gets the same answer. The
 * person is judged before the state, so that who may not decide learns nothing about where the record stands.
 */
public final class DecisionPolicy {

    private DecisionPolicy() {
    }

    public static Verdict judge(Verb verb, Situation record, Standpoint who) {
        if (verb.isRemedy()) {
            return remedy(verb, record.state(), who);
        }
        return switch (verb) {
            case CARRY_OVER -> carriedOver(record.state(), who);
            case UNDO -> undone(record, who);
            case RELEASE -> released(record, who);
            default -> verb.isDecision() ? decision(verb, record, who) : own(verb, record.state(), who);
        };
    }

    /**
     * Whether this is a second person who can agree to a reversal: of the same step's deciders, nearer or further, whoever's
     * turn it is.
     *
     * @param isProposer whether he, or who counts as one with him, proposed it
     */
    public static Verdict second(Step step, RecordState state, Standpoint who, boolean isProposer) {
        Optional<Reason> unfit = unfit(who);
        if (unfit.isPresent()) {
            return new Refused(unfit.get());
        }
        if (who.hasAny(otherStep(step))) {
            return new Refused(Reason.BOTH_STEPS);
        }
        Optional<Capacity> capacity = who.capacityFor(step);
        if (capacity.isEmpty()) {
            return new Refused(Reason.NO_OFFICE);
        }
        if (isProposer) {
            return new Refused(Reason.SAME_PERSON);
        }
        return next(Verb.REVERSE, state, step).<Verdict> map(to -> new Allowed(capacity.get(), to))
                .orElseGet(() -> new Refused(Reason.WRONG_STATE));
    }

    // Only what he decided himself a moment ago; a second decision is a step of its own that takes its own right.
    private static Verdict undone(Situation record, Standpoint who) {
        if (!who.hasAny(Tie.JUST_DECIDED)) {
            return new Refused(Reason.NO_OFFICE);
        }
        RecordState before = switch (record.state()) {
            case CONFIRMED, RETURNED, REJECTED -> RecordState.SUBMITTED;
            case AWARDED, QUERIED, REFUSED -> RecordState.CONFIRMED;
            // The first of two takes his signature back.
            case SUBMITTED -> record.signed() ? RecordState.SUBMITTED : null;
            default -> null;
        };
        return before == null || record.held() ? new Refused(before == null ? Reason.WRONG_STATE : Reason.HELD)
                : new Allowed(Capacity.SELF, before);
    }

    // The member himself, or somebody of the place who neither entered, confirmed nor awarded it.
    private static Verdict released(Situation record, Standpoint who) {
        boolean own = who.isHolder() && !who.isEnterer();
        if (!own) {
            Optional<Reason> unfit = unfit(who);
            if (unfit.isPresent()) {
                return new Refused(unfit.get());
            }
            if (who.hasAny(Tie.CONFIRMER, Tie.CONFIRMER_PAIR, Tie.SIGNER, Tie.SIGNER_PAIR, Tie.AWARDER, Tie.AWARDER_PAIR)) {
                return new Refused(Reason.BOTH_STEPS);
            }
        }
        Optional<Capacity> capacity = own ? Optional.of(Capacity.SELF) : who.capacityFor(Step.CONFIRMATION);
        if (capacity.isEmpty()) {
            return new Refused(Reason.NO_OFFICE);
        }
        return record.held() && record.state().isCounted() ? new Allowed(capacity.get(), record.state())
                : new Refused(Reason.WRONG_STATE);
    }

    private static Verdict carriedOver(RecordState state, Standpoint who) {
        if (!who.turns().contains(Capacity.CLOSING)) {
            return new Refused(Reason.NO_OFFICE);
        }
        return state.isCounted() ? new Allowed(Capacity.CLOSING, state) : new Refused(Reason.WRONG_STATE);
    }

    // Whoever confirmed or awarded a record does not judge an objection to it, nor does his pair.
    private static Verdict remedy(Verb verb, RecordState state, Standpoint who) {
        Optional<Reason> unfit = unfit(who);
        if (unfit.isPresent()) {
            return new Refused(unfit.get());
        }
        if (!who.turns().contains(Capacity.OBJECTION)) {
            return new Refused(Reason.NO_OFFICE);
        }
        if (who.hasAny(Tie.CONFIRMER, Tie.CONFIRMER_PAIR, Tie.SIGNER, Tie.SIGNER_PAIR, Tie.AWARDER, Tie.AWARDER_PAIR)) {
            return new Refused(Reason.BOTH_STEPS);
        }
        if (verb == Verb.TAKE_POINTS) {
            return state == RecordState.AWARDED ? new Allowed(Capacity.OBJECTION, RecordState.CONFIRMED)
                    : new Refused(Reason.WRONG_STATE);
        }
        return state.isCounted() ? new Allowed(Capacity.OBJECTION, RecordState.REVERSED) : new Refused(Reason.WRONG_STATE);
    }

    private static Verdict own(Verb verb, RecordState state, Standpoint who) {
        if (verb == Verb.REPUDIATE) {
            // Whoever entered his own record withdraws it; repudiation answers an entry by somebody else.
            return !who.isHolder() || who.isEnterer() ? new Refused(Reason.NO_OFFICE) : repudiation(state);
        }
        if (!who.isHolder() && !who.isEnterer()) {
            return new Refused(Reason.NO_OFFICE);
        }
        if (!state.isUndecided()) {
            return new Refused(Reason.WRONG_STATE);
        }
        return new Allowed(Capacity.SELF, verb == Verb.WITHDRAW ? RecordState.WITHDRAWN : RecordState.SUBMITTED);
    }

    private static Verdict repudiation(RecordState state) {
        if (state.isUndecided()) {
            return new Allowed(Capacity.SELF, RecordState.REPUDIATED);
        }
        return state.isCounted() ? new Allowed(Capacity.SELF, state) : new Refused(Reason.WRONG_STATE);
    }

    private static Verdict decision(Verb verb, Situation record, Standpoint who) {
        RecordState state = record.state();
        Optional<Reason> unfit = unfit(who);
        if (unfit.isPresent()) {
            return new Refused(unfit.get());
        }
        Step step = stepOf(verb, state, who);
        if (who.hasAny(otherStep(step))) {
            return new Refused(Reason.BOTH_STEPS);
        }
        Optional<Capacity> turn = who.turnFor(step);
        if (turn.isEmpty()) {
            return new Refused(who.waitsFor(step) ? Reason.NOT_YET : Reason.NO_OFFICE);
        }
        Optional<RecordState> next = next(verb, state, step);
        if (next.isEmpty()) {
            return new Refused(Reason.WRONG_STATE);
        }
        if (record.held() && verb != Verb.REVERSE) {
            return new Refused(Reason.HELD);
        }
        return verb == Verb.CONFIRM && state == RecordState.SUBMITTED ? confirmation(record, who, turn.get())
                : new Allowed(turn.get(), next.get());
    }

    private static Verdict confirmation(Situation record, Standpoint who, Capacity turn) {
        Optional<Capacity> above = who.superiorTurnFor(Step.CONFIRMATION);
        if (record.care() == Care.ONE) {
            return new Allowed(turn, RecordState.CONFIRMED);
        }
        if (record.care() == Care.SUPERIOR) {
            return above.<Verdict> map(as -> new Allowed(as, RecordState.CONFIRMED))
                    .orElseGet(() -> new Refused(Reason.SUPERIOR_NEEDED));
        }
        if (record.signed() && who.hasAny(Tie.SIGNER, Tie.SIGNER_PAIR)) {
            return new Refused(Reason.SAME_PERSON);
        }
        if (record.care() == Care.TWO) {
            return new Allowed(turn, record.signed() ? RecordState.CONFIRMED : RecordState.SUBMITTED);
        }
        if (above.isPresent()) {
            return new Allowed(above.get(), RecordState.CONFIRMED);
        }
        return record.signed() ? new Refused(Reason.SUPERIOR_NEEDED) : new Allowed(turn, RecordState.SUBMITTED);
    }

    private static Optional<Reason> unfit(Standpoint who) {
        if (who.hasAny(Tie.HOLDER)) {
            return Optional.of(Reason.OWN_RECORD);
        }
        if (who.hasAny(Tie.ENTERER)) {
            return Optional.of(Reason.OWN_ENTRY);
        }
        return who.hasAny(Tie.HOLDER_PAIR, Tie.ENTERER_PAIR) ? Optional.of(Reason.PAIR) : Optional.empty();
    }

    private static Tie[] otherStep(Step step) {
        return step == Step.CONFIRMATION ? new Tie[] { Tie.AWARDER, Tie.AWARDER_PAIR }
                : new Tie[] { Tie.CONFIRMER, Tie.CONFIRMER_PAIR, Tie.SIGNER, Tie.SIGNER_PAIR };
    }

    // Return, reject and reverse belong to either step: the state tells which, and for a reversal the office does.
    private static Step stepOf(Verb verb, RecordState state, Standpoint who) {
        return switch (verb) {
            case CONFIRM -> Step.CONFIRMATION;
            case AWARD -> Step.AWARD;
            case REVERSE -> {
                boolean community = who.turnFor(Step.CONFIRMATION).isPresent() || who.waitsFor(Step.CONFIRMATION);
                boolean branch = who.turnFor(Step.AWARD).isPresent() || who.waitsFor(Step.AWARD);
                boolean asBranch = branch && (!community || who.hasAny(Tie.AWARDER, Tie.AWARDER_PAIR));
                yield asBranch ? Step.AWARD : Step.CONFIRMATION;
            }
            default -> state.isUndecided() || state == RecordState.REJECTED || state == RecordState.WITHDRAWN
                    || state == RecordState.REPUDIATED ? Step.CONFIRMATION : Step.AWARD;
        };
    }

    private static Optional<RecordState> next(Verb verb, RecordState state, Step step) {
        return Optional.ofNullable(switch (verb) {
            case CONFIRM ->
                state == RecordState.SUBMITTED || state == RecordState.QUERIED ? RecordState.CONFIRMED : null;
            case AWARD -> state == RecordState.CONFIRMED ? RecordState.AWARDED : null;
            case RETURN -> switch (state) {
                case SUBMITTED -> RecordState.RETURNED;
                case CONFIRMED -> RecordState.QUERIED;
                default -> null;
            };
            case REJECT -> switch (state) {
                case SUBMITTED -> RecordState.REJECTED;
                case CONFIRMED -> RecordState.REFUSED;
                default -> null;
            };
            case REVERSE -> {
                if (step == Step.AWARD) {
                    yield state == RecordState.AWARDED ? RecordState.CONFIRMED : null;
                }
                yield state.isCounted() ? RecordState.REVERSED : null;
            }
            default -> null;
        });
    }
}
