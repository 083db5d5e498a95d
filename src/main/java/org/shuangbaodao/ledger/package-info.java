/**
 * The books: minutes and points, added to and never changed, chained by hash in each branch; the sums of holders and of
 * organizations that follow from them. Owns {@code ledger_branch}, {@code ledger_entry}, {@code standing}, {@code board_task},
 * {@code board_total} and {@code board_guard}. Must never break: one approved deed is posted once, and the entries of a holder
 * in a quarter add up to his standing.
 */
package org.shuangbaodao.ledger;
