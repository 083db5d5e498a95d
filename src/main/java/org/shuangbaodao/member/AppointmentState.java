package org.shuangbaodao.member;

/** A deciding office waits as PROPOSED for its second signature; others are IN_FORCE at once. */
public enum AppointmentState {
    PROPOSED,
    IN_FORCE,
    DECLINED,
    ENDED
}
