package org.shuangbaodao.appraisal;

/** 民主评议党员的等次, and what stands in its place. */
public enum MemberGrade {
    /** 优秀. */
    EXCELLENT,
    /** 合格. */
    QUALIFIED,
    /** 基本合格. */
    BASICALLY_QUALIFIED,
    /** 不合格. */
    UNQUALIFIED,
    /** Took part and is not graded, as 预备党员 are. */
    NOT_GRADED
}
