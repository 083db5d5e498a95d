package org.shuangbaodao.ledger;

/** Why an entry was posted. */
public enum EntryKind {
    /** Minutes of a confirmed record. */
    SERVICE,
    /** Points of an approved record, before caps. */
    AWARD,
    /** Points taken because of a fact decided outside, with its document; the member was heard before. */
    DEDUCTION,
    /** What a cap takes off, or gives back when a deed under it is reversed. */
    CAP,
    /** 冲正: the opposite of one earlier entry. */
    REVERSAL
}
