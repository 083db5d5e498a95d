package org.shuangbaodao.ranking;

import java.time.Instant;

import org.shuangbaodao.ledger.BoardEdition;

/**
 * What a board was made from.
 *
 * @param edition of the books and trees
 * @param asOf before the first of them was read
 * @param provisional whether somebody can still book into the period
 */
public record BoardStamp(BoardEdition.Edition edition, Instant asOf, boolean provisional) {
}
