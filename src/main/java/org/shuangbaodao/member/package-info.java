/**
 * Persons: who they are, which branch they belong to and since when, what they consented to, which offices they hold. Owns
 * {@code member}, {@code affiliation}, {@code consent}, {@code consent_event} and {@code appointment}. Must never break: no
 * name leaves for a public page without a recorded, unrevoked consent.
 */
package org.shuangbaodao.member;
