/**
 * The branch's decision: points by the rule in force on the service date, the queue of those who decide, and what takes two
 * people to take back. Owns {@code reversal_proposal} and {@code reversal_proposal_record}. Must never break: points are posted
 * from a confirmed record only, once.
 */
package org.shuangbaodao.award;
