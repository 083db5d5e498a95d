package org.shuangbaodao.activity;

/** Whether an activity takes place. */
public enum ActivityState {
    PUBLISHED,
    CANCELLED
}
