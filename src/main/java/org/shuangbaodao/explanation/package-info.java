/**
 * Shows how a single entry came about, with every number it was worked out from, and that it is still in the books: to the
 * holder, to his branch, and to whoever holds a link that he gave away and can take back. Owns {@code ledger_link}. Must never
 * break: a link shows one year of one holder's entries and nobody's name.
 */
package org.shuangbaodao.explanation;
