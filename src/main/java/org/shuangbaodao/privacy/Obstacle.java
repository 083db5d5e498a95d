package org.shuangbaodao.privacy;

/** What has to be settled before somebody can be forgotten. */
public enum Obstacle {
    OFFICE,
    RECORDS
}
