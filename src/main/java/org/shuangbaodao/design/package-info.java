/**
 * The living page of the design system, for whoever works on pages; not part of what is delivered. Owns no table. Must never
 * break: it draws with the stylesheet and the tags that all pages use, so that what it shows is what they look like.
 */
package org.shuangbaodao.design;
