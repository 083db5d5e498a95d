/**
 * The ground under every other feature: the embedded server, its accounts and their grants, the keys, retries. Owns the table
 * {@code key_fingerprint} and no page. Must never break: the service's account can add to the ledger and the audit trail, and
 * do nothing else to them.
 */
package org.shuangbaodao.database;
