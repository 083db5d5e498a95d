/**
 * Words every feature uses: ids, time, quarters, amounts, the person who acts, problems that have a name. Nothing here knows
 * a table, a page or another package.
 */
package org.shuangbaodao.kernel;
