package org.shuangbaodao.personalfile;

/** Where a training stands. */
public enum TrainingState {
    /** As it was entered; it leads to nothing, so one person is enough. */
    ENTERED,
    /** Somebody got a certificate by it, or who entered it was there himself: a second person has to look. */
    WAITING,
    CHECKED,
    /** Entered by mistake. */
    WITHDRAWN
}
