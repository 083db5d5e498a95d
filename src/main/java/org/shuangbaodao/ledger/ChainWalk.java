package org.shuangbaodao.ledger;

import java.util.Optional;

/** Goes along the chain of one branch, entry by entry, and stops at the first thing that is not right. */
final class ChainWalk {

    private final long branchId;
    private long sequence;
    private String previous = Chain.BEGINNING;
    private LedgerProof.Break found;

    ChainWalk(long branchId) {
        this.branchId = branchId;
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
        } catch (IllegalStateException unknownDigest) {
            return false;
        }
    }

    /** @param head where the branch's row says that the chain ends; null without such a row */
    Optional<LedgerProof.Break> end(LedgerProof.BranchHead head) {
        boolean whole = head == null ? sequence == 0
                : head.sequence() == sequence && head.hash().equals(previous);
        if (found == null && !whole) {
            found = new LedgerProof.Break(branchId, head == null ? 0 : head.sequence(), null, "tail");
        }
        return Optional.ofNullable(found);
    }
}
