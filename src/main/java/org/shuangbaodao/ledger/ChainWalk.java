package org.shuangbaodao.ledger;

import java.util.Optional;

/** Goes along the chain of one branch, entry by entry, and stops at the first thing that is not right. */
final class ChainWalk {

    private final long branchId;
    private final LedgerProof.BranchHead head;
    private long sequence;
    private String previous;
    private LedgerProof.Break found;

    /** @param head where the branch's row says that the chain ends; null without such a row */
    ChainWalk(long branchId, LedgerProof.BranchHead head) {
        this(branchId, head, 0, Chain.BEGINNING);
    }

    /** Begins behind the entry {@code sequence}, whose hash is {@code previous}. */
    ChainWalk(long branchId, LedgerProof.BranchHead head, long sequence, String previous) {
        this.branchId = branchId;
        this.head = head;
        this.sequence = sequence;
        this.previous = previous;
    }

    void next(LedgerEntry entry) {
        if (found != null) {
            return;
        }
        sequence++;
        if (entry.sequence != sequence || !entry.previousHash.equals(previous)) {
            found = new LedgerProof.Break(branchId, sequence, entry.id, "gap");
        } else if (!isAsHashed(entry)) {
            found = new LedgerProof.Break(branchId, sequence, entry.id, "changed");
        } else if (head == null || sequence > head.sequence()) {
            found = new LedgerProof.Break(branchId, sequence, entry.id, "surplus");
        }
        previous = entry.hash;
    }

    /** An entry that holds what no entry can hold. */
    void unreadable(long entryId) {
        sequence++;
        if (found == null) {
            found = new LedgerProof.Break(branchId, sequence, entryId, "changed");
        }
    }

    private static boolean isAsHashed(LedgerEntry entry) {
        try {
            return entry.hash.equals(Chain.hash(entry));
        } catch (IllegalArgumentException unknownDigest) {
            return false;
        }
    }

    Optional<LedgerProof.Break> end() {
        boolean whole = head == null ? sequence == 0
                : head.sequence() == sequence && head.hash().equals(previous);
        if (found == null && !whole) {
            found = new LedgerProof.Break(branchId, head == null ? 0 : head.sequence(), null, "tail");
        }
        return Optional.ofNullable(found);
    }
}
