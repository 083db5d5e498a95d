/**
 * 公示: a quarter of a branch is shown before its points count, anybody may object, the subject is heard, somebody without a part
 * in it answers, and the superior decides on an appeal. Owns {@code notice}, {@code notice_row}, {@code objection},
 * {@code objection_record} and {@code objection_appeal}. Must never break: what is wrong is taken back by an entry that refers
 * to
 * the old one, within the notice where it still runs; nobody answers an objection about himself or about what he decided; no
 * name leaves the branch without a consent in force.
 */
package org.shuangbaodao.notice;
