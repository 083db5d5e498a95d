package org.shuangbaodao.accessibility;

/**
 * A page that somebody can open.
 *
 * @param template it is drawn from
 * @param address path and query
 */
record Sight(String template, Reader reader, String address) {
}
