package org.shuangbaodao.member;

/** As in the roster (民政部令67号 art. 5); unstated where the roster leaves it out. */
public enum Gender {
    FEMALE,
    MALE,
    UNSTATED
}
