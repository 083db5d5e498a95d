package org.shuangbaodao.ledger;

import org.shuangbaodao.kernel.Period;

/**
 * A branch books in these quarters no longer. Told in the transaction that closes them.
 *
 * @param first may be long before the books begin
 */
public record QuartersClosed(long branchId, Period first, Period last) {
}
