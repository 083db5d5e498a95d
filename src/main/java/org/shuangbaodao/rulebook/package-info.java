/**
 * By which rule a deed earns how many points: arithmetic on integers, and the versions it follows. Owns
 * {@code adopted_rulebook} and {@code rule_draft}. Must never break: the version in force on the day of service decides, and an
 * adopted version is never edited.
 */
package org.shuangbaodao.rulebook;
