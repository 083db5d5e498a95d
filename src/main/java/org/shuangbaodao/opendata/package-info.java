/**
 * The boards of organizations as files that anybody may take, with the words that explain them. Owns no table; a file is the
 * board of {@code ranking} written row by row. Must never break: a file holds the figures of the page and of the API, no more
 * and
 * no others, and there is none of persons.
 */
package org.shuangbaodao.opendata;
