/**
 * The branch's decision: points by the rule in force on the service date, and the queue of those who decide. Owns no table.
 * Must never break: points are posted from a confirmed record only, once.
 */
package org.shuangbaodao.award;
