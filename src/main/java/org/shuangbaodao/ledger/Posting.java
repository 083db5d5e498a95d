package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.shuangbaodao.kernel.Period;

/**
 * What is to be entered.
 *
 * @param branchId the holder's branch on {@code servedOn}
 * @param communityId where it happened, or null
 * @param amount minutes, or hundredths of a point; negative for a reversal
 * @param parameters what led to the amount: numbers, dates, codes, sorted by name; never names of people or free text
 * @param reverses the entry this one is the opposite of, or null
 * @param bookIn the quarter in public notice it corrects, or null to book it by its date
 */
public record Posting(Book book, EntryKind kind, long branchId, long holderId, Long communityId, LocalDate servedOn,
        long amount, String ruleItem, int ruleVersion, TreeMap<String, Object> parameters, Source source, Long reverses,
        Period bookIn) {

    public Posting(Book book, EntryKind kind, long branchId, long holderId, Long communityId, LocalDate servedOn, long amount,
            String ruleItem, int ruleVersion, TreeMap<String, Object> parameters, Source source, Long reverses) {
        this(book, kind, branchId, holderId, communityId, servedOn, amount, ruleItem, ruleVersion, parameters, source, reverses,
                null);
    }

    /** The same, as a correction of a quarter in notice. */
    public Posting in(Period noticed) {
        return new Posting(book, kind, branchId, holderId, communityId, servedOn, amount, ruleItem, ruleVersion, parameters,
                source, reverses, noticed);
    }

    public static TreeMap<String, Object> parameters(Map<String, ?> values) {
        return new TreeMap<>(values);
    }

    /** Points that rules across deeds look at: deeds, deductions, and what takes them back. */
    boolean isDeed() {
        return !book.isMinutes() && kind != EntryKind.CAP;
    }
}
