/**
 * By which rule a deed earns how many points. Pure arithmetic on integers, no table. Must never break: the version in force on
 * the day of service decides, and an adopted version is never edited.
 */
package org.shuangbaodao.rulebook;
