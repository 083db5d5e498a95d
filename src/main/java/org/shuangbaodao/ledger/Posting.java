package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be entered.
 *
 * @param branchId the holder's branch on {@code servedOn}
 * @param communityId where it happened, or null
 * @param amount minutes, or hundredths of a point; negative for a reversal
 * @param parameters what led to the amount: numbers, dates, codes, sorted by name; never names of people or free text
 * @param reverses the entry this one is the opposite of, or null
 */
public record Posting(Book book, EntryKind kind, long branchId, long holderId, Long communityId, LocalDate servedOn,
        long amount,
        String ruleItem, int ruleVersion, TreeMap<String, Object> parameters, Source source, Long reverses) {

    public static TreeMap<String, Object> parameters(Map<String, ?> values) {
        return new TreeMap<>(values);
    }

    /** Points that a cap looks at: deeds by this rule item, and what takes them back. */
    boolean isDeed() {
        return book == Book.POINTS && kind != EntryKind.CAP;
    }
}
