package org.shuangbaodao.privacy;

/** What became of a request to be forgotten. */
public enum ErasureState {
    WAITING,
    WITHDRAWN,
    REFUSED,
    DONE
}
