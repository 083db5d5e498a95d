package org.shuangbaodao.member;

/** 党员类别; {@link #STAFF} are community and installation staff who hold an office without being party members. */
public enum MemberCategory {
    FULL,
    PROBATIONARY,
    RETIRED,
    MOBILE,
    STAFF
}
