package org.shuangbaodao.pointsitem;

/** Where an item stands. */
public enum ItemState {
    PROPOSED,
    /** Taken back by who proposed it, before any decision. */
    WITHDRAWN,
    /** Posted, or noted where it has no points. */
    APPROVED,
    REFUSED,
    /** 冲正: what was posted was taken back. */
    REVERSED
}
