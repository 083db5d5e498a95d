/**
 * Papers: a template becomes a PDF file with its fonts in it, so that it prints the same everywhere. Owns no table. Must never
 * break: a paper loads nothing from anywhere, whatever people have typed into it.
 */
package org.shuangbaodao.print;
