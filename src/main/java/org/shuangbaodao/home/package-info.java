/**
 * The first page, one's own page and the rules in plain words: what leads people to the features. Owns no table. Must never
 * break: the rules page states what the code does, because its examples are computed by it.
 */
package org.shuangbaodao.home;
