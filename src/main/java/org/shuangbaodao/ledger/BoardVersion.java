package org.shuangbaodao.ledger;

/**
 * How often the totals, and what boards rest on beside them, have changed.
 *
 * @param trees raised also when an organization gets its first figures
 */
public record BoardVersion(long figures, long trees) {
}
