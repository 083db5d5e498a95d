package org.shuangbaodao.inbox;

/** A way out of the house. */
public enum Channel {
    /** To a member's own address, once he has confirmed it. */
    MAIL,
    /** To the group robot of an organization. */
    ROBOT
}
