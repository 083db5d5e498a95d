package org.shuangbaodao.personalfile;

/** 完成情况, as those who were served saw it. */
public enum Completion {
    DONE,
    PARTLY,
    NOT_DONE
}
