/**
 * How a person wants pages to be, on every device: language, colours, size of text. Owns {@code display_preference}. Must never
 * break: a preference reaches his own browser only, by cookies at login; pages kept for everybody depend on cookies alone.
 */
package org.shuangbaodao.display;
