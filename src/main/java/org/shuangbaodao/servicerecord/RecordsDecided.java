package org.shuangbaodao.servicerecord;

import java.util.List;

/**
 * Decisions were taken. Observed inside the deciding transaction: what follows in the books is stored with them or not at all.
 *
 * @param records as they stand after the decision; the revision names what the ledger posts
 */
public record RecordsDecided(Effect effect, List<ServiceRecord> records, long actorId) {

    /** What the books are to make of it. */
    public enum Effect {
        POST_MINUTES,
        POST_POINTS,
        REVERSE_POINTS,
        REVERSE_ALL,
        NOTHING;

        static Effect of(Verb verb, RecordState from, RecordState to) {
            return switch (verb) {
                case CONFIRM -> from == RecordState.SUBMITTED ? POST_MINUTES : NOTHING;
                case AWARD -> POST_POINTS;
                case REVERSE -> to == RecordState.REVERSED ? REVERSE_ALL : REVERSE_POINTS;
                default -> NOTHING;
            };
        }
    }
}
