package org.shuangbaodao.personalfile;

/** Which part those who give an opinion had in it; never who they are. */
public enum ServedAs {
    RESIDENT,
    /** 楼栋长、居民代表. */
    REPRESENTATIVE,
    /** A shop, school or institution. */
    INSTITUTION,
    /** The community as the one who asked for the service. */
    COMMUNITY
}
