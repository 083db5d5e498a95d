/**
 * Sheets of paper that people sign where they serve: printed with a code, received by the office, typed once. Owns
 * {@code paper_sheet}. Must never break: a sheet is typed once and whole; what it brings are records like any other, entered on
 * behalf, decided by somebody else; and it makes nothing timely but what was done before the office had it in hand.
 */
package org.shuangbaodao.paper;
