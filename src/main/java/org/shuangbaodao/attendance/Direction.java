package org.shuangbaodao.attendance;

/** 签到, 签退. */
public enum Direction {
    IN,
    OUT
}
