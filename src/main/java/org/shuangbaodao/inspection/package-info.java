/**
 * 抽查 and what stands out. Owns {@code spot_check}, {@code spot_check_candidate}, {@code spot_check_record} and
 * {@code pattern_look}; for its figures it reads records, signings, accounts and offices where they lie, in sums. Must never
 * break: the list is fixed before the seed exists, anybody can draw again, and nothing that is found here books anything by
 * itself.
 */
package org.shuangbaodao.inspection;
