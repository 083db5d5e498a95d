package org.shuangbaodao.pointsitem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about an item, for whoever explains its entry.
 *
 * @param documentNumber on which it rests, empty where none is asked for
 * @param steps in their order
 */
public record ItemHistory(String documentNumber, List<Step> steps) {

    /**
     * One of them.
     *
     * @param state to which it led
     * @param by whose it was, null for the service itself
     */
    public record Step(ItemState state, Instant at, Long by) {
    }

    public static Optional<ItemHistory> of(long itemId) {
        return PointsItem.<PointsItem> findByIdOptional(itemId).map(ItemHistory::of);
    }

    private static ItemHistory of(PointsItem item) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(ItemState.PROPOSED, item.proposedAt, item.proposedBy));
        if (item.decidedAt != null) {
            steps.add(new Step(item.state == ItemState.REVERSED ? ItemState.APPROVED : item.state, item.decidedAt,
                    item.decidedBy));
        }
        if (item.reversedAt != null) {
            steps.add(new Step(ItemState.REVERSED, item.reversedAt, item.reversedBy));
        }
        return new ItemHistory(item.documentNumber, steps);
    }
}
