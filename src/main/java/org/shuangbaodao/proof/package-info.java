/**
 * What lets anybody check that the books were not changed: a signed digest of all chains each day, public, and a verification
 * that goes through the books and asks for each entry what decision is behind it. Owns {@code ledger_digest} and
 * {@code ledger_digest_leaf}. Must never break: a digest, once signed, is never made again.
 */
package org.shuangbaodao.proof;
