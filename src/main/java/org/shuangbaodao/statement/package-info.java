/**
 * What a quarter holds for members who never log in, on paper: one page for each, with every record and whom to tell if one is
 * wrong. Owns {@code quarter_statement}. Must never break: an office prints for people within its own reach only, a community
 * nothing that happened elsewhere, and every printing leaves a trace.
 */
package org.shuangbaodao.statement;
