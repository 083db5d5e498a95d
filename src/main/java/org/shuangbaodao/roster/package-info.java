/**
 * Rosters (花名册) as offices keep them, with all their dirt: read, checked row by row, put in order, and taken into the books.
 * Owns {@code roster_import}, {@code roster_row} and {@code roster_finding}. Must never break: a dry run writes nothing about
 * members, and applying a roster again changes nothing.
 *
 * <p>
 * The sample {@code demo/roster-sample.csv} holds invented persons; its id numbers use the unassigned area code 999999.
 */
package org.shuangbaodao.roster;
