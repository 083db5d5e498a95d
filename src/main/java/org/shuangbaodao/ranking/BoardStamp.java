package org.shuangbaodao.ranking;

import java.time.Instant;

import org.shuangbaodao.ledger.BoardEdition.Edition;

/**
 * What a board was made from.
 *
 * @param edition of the books and trees: the last one it is known to hold for
 * @param asOf before the first of them was read
 * @param provisional whether somebody can still book into the period
 * @param basis as {@link Stamps} gives it
 */
public record BoardStamp(Edition edition, Instant asOf, boolean provisional, Object basis) {

    // Older than any: whatever shows it is made anew as soon as somebody asks.
    private static final long UNFINISHED = -1;

    /** The same, known to hold for the present edition where nothing has changed that it rests on. */
    BoardStamp at(Edition present, Object presentBasis) {
        return basis.equals(presentBasis) ? new BoardStamp(present, asOf, provisional, basis) : this;
    }

    /** For what was put together while a part of it was still being made. */
    BoardStamp unfinished() {
        return new BoardStamp(new Edition(UNFINISHED, edition.trees()), asOf, provisional, basis);
    }
}
