package org.shuangbaodao.personalfile;

/** With what somebody came out of a training. */
public enum TrainingResult {
    ATTENDED,
    PASSED,
    /** May lead to something one day, so it takes a second person. */
    CERTIFIED
}
