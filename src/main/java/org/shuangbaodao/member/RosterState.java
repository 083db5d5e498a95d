package org.shuangbaodao.member;

/** Whether the branch has approved that this person stands on its roster. */
public enum RosterState {
    PENDING,
    APPROVED,
    DECLINED
}
