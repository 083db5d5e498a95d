/**
 * The official calendar of the People's Republic: days off and make-up working days (调休), which are announced each year and
 * cannot be computed. Owns {@code special_day}; {@code calendar/2024-2026.csv} holds what the yearly notices of the State
 * Council's
 * general
 * office (国务院办公厅关于部分节假日安排的通知) announced for these years, further years are loaded by an
 * operator, in a page or as files in {@code <app.data-folder>/calendar}. Must never break: every deadline counts working days
 * here and nowhere else.
 */
package org.shuangbaodao.calendar;
