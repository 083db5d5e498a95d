/**
 * The public boards as readers get them: pages, data, the wall screen. Owns no table; takes every figure from {@code ranking}.
 * Must never
 * break: a page is the same for every visitor and holds no form that changes anything, no token and no reader's name, so that
 * it can be sent from memory.
 */
package org.shuangbaodao.board;
