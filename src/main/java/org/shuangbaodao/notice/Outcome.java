package org.shuangbaodao.notice;

/** What became of an objection or an appeal. */
public enum Outcome {
    OPEN,
    DISMISSED,
    UPHELD
}
