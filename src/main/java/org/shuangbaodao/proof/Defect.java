package org.shuangbaodao.proof;

/** What can be wrong with the books. */
public enum Defect {

    /** The entry does not give the hash it carries. */
    CHANGED,
    /** An entry is missing before this one, or was put in. */
    GAP,
    /** An entry stands beyond the end of its chain. */
    SURPLUS,
    /** The last entries are missing. */
    TAIL,
    /** The amount is not what the decision and the rule make. */
    AMOUNT,
    /** Holder, branch, day, book or parameters are not the decision's. */
    FACTS,
    /** No decision is behind it, or one that does not lead to it. */
    DECISION,
    /** The rule it names does not exist, or was not in force. */
    RULE,
    /** Not the exact opposite of what it takes back. */
    REVERSAL,
    /** What caps take is not what the rules ask of the year. */
    CAP,
    /** A decision that no entry follows from. */
    MISSING,
    /** More entries than follow from a decision. */
    REPEATED,
    /** An old head is not in the chain any more: it was cut or made anew since. */
    OLD_HEAD,
    /** A digest is not signed by this installation's key. */
    SIGNATURE,
    /** The leaves of a day do not give its root. */
    ROOT,
    /** A branch's leaf in a digest is not in its chain any more. */
    LEAF
}
