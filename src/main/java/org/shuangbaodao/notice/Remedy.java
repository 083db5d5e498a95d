package org.shuangbaodao.notice;

/** What is done about a contested deed. */
public enum Remedy {
    /** It stays. */
    KEEP,
    /** Its points are taken back; they may be awarded anew. */
    POINTS,
    /** All of it is taken back: it did not happen so. */
    ALL
}
