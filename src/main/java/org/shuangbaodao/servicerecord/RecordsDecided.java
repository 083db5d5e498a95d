package org.shuangbaodao.servicerecord;

import java.util.List;

import org.shuangbaodao.kernel.Period;

/**
 * Decisions were taken. Observed inside the deciding transaction: what follows in the books is stored with them or not at all.
 *
 * @param records as they stand after the decision; the revision names what the ledger posts
 * @param noticed the quarter in public notice that an objection corrects, or that closes; null for everything else
 */
public record RecordsDecided(Effect effect, List<ServiceRecord> records, Period noticed, long actorId) {

    public RecordsDecided(Effect effect, List<ServiceRecord> records, long actorId) {
        this(effect, records, null, actorId);
    }

    /** What the books are to make of it. */
    public enum Effect {
        POST_MINUTES,
        POST_POINTS,
        REVERSE_POINTS,
        REVERSE_ALL,
        /** What stands in the closing quarter goes to the next one. */
        CARRY_OVER,
        NOTHING;

        static Effect of(Verb verb, RecordState from, RecordState to) {
            return switch (verb) {
                case CONFIRM -> from == RecordState.SUBMITTED && to == RecordState.CONFIRMED ? POST_MINUTES : NOTHING;
                case UNDO -> from == RecordState.CONFIRMED ? REVERSE_ALL
                        : from == RecordState.AWARDED ? REVERSE_POINTS : NOTHING;
                case AWARD -> POST_POINTS;
                case REVERSE -> to == RecordState.REVERSED ? REVERSE_ALL : REVERSE_POINTS;
                case TAKE_POINTS -> REVERSE_POINTS;
                case ANNUL -> REVERSE_ALL;
                case CARRY_OVER -> CARRY_OVER;
                default -> NOTHING;
            };
        }
    }
}
