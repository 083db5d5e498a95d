package org.shuangbaodao.notice;

/** How far a notice is. */
public enum NoticeState {
    /** Takes objections. */
    RUNNING,
    /** Its days are over, objections are still being answered. */
    SETTLING,
    /** The figures are frozen. */
    CLOSED
}
