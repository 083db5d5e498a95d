package org.shuangbaodao.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.shuangbaodao.ledger.BranchPeriod;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.pointsitem.ItemState;
import org.shuangbaodao.proof.DigestLeaf;
import org.shuangbaodao.proof.SealedDay;
import org.shuangbaodao.servicerecord.Capacity;
import org.shuangbaodao.servicerecord.Verb;

/**
 * Everything about one entry that a reader may know.
 *
 * @param sentence how it came about, in the reader's language
 * @param decisions the steps of the record it comes from
 * @param item what was decided where no service record stands behind it, null where one does
 * @param takesBack the entry this one is the opposite of, or null
 * @param takenBackBy the opposite of this one, or null
 * @param notice of the quarter it is booked in, null until there is one
 * @param recordId the service record, where the reader may see it
 */
public record Explained(PostedEntry entry, String sentence, Rule rule, Reckoned reckoned, List<Decision> decisions,
        Item item, PostedEntry takesBack, PostedEntry takenBackBy, BranchPeriod.State periodState,
        QuarterNotices.Posted notice, String recordId, InBooks inBooks) {

    /**
     * By what the amount was reckoned.
     *
     * @param name of the item in the reader's language, null for minutes, which no rule touches
     */
    public record Rule(String item, String name, int version, LocalDate effectiveFrom, String documentTitle,
            String documentNumber) {
    }

    /**
     * Who decided in what office.
     *
     * @param by name, null where the reader may not know it
     */
    public record Decision(Verb verb, Capacity capacity, Instant at, String by) {
    }

    /**
     * What the branch decided without a service record.
     *
     * @param documentNumber empty where none is asked for or the reader may not know it
     */
    public record Item(String documentNumber, List<ItemStep> steps) {
    }

    /**
     * One step of it.
     *
     * @param by name, null for the service itself and where the reader may not know it
     */
    public record ItemStep(ItemState state, Instant at, String by) {
    }

    /**
     * That the entry is in the books and stays there.
     *
     * @param branch code
     * @param text what is hashed; null where the reader may not know the ids in it
     * @param stretch the chain from the entry to its head
     * @param sealed the newest daily digest that covers it, null until there is one
     */
    public record InBooks(String branch, String text, String digest, String hash, LedgerProof.Stretch stretch,
            Sealed sealed) {

        public boolean isWhole() {
            return stretch.firstBreak().isEmpty();
        }

        /** Place in the chain of the first entry that is not as it was written, null where there is none. */
        public Long brokenAt() {
            return stretch.firstBreak().map(LedgerProof.Break::sequence).orElse(null);
        }

        /** Where the chain ends now, as it is printed. */
        public String head() {
            return stretch.head().text(branch);
        }
    }

    /** The way from the branch's leaf to the signed root of a day. */
    public record Sealed(LocalDate day, String digest, String root, DigestLeaf leaf, String leafHash,
            List<SealedDay.Step> path) {
    }
}
