/**
 * The trace of every change and of every look at personal data. Owns {@code audit_entry}; written by everyone through
 * {@link org.shuangbaodao.audit.AuditTrail}, reads nothing. Must never break: what was done is noted in the same transaction.
 */
package org.shuangbaodao.audit;
