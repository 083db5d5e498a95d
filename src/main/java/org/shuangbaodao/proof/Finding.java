package org.shuangbaodao.proof;

import java.util.Locale;

/**
 * Something that is not right, without names.
 *
 * @param branch code, null where it is about a whole day
 * @param sequence in the branch's chain, null where no entry is meant
 * @param entry id as written outside, null where the entry is gone
 * @param expected what should stand there
 * @param found what does
 */
public record Finding(Defect defect, String branch, Long sequence, String entry, String expected, String found) {

    /** For operators. */
    public String words() {
        StringBuilder words = new StringBuilder(defect.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        append(words, ": branch ", branch);
        append(words, ", sequence ", sequence);
        append(words, ", entry ", entry);
        append(words, ", expected ", expected);
        append(words, ", found ", found);
        return words.toString();
    }

    private static void append(StringBuilder words, String label, Object value) {
        if (value != null) {
            words.append(label).append(value);
        }
    }
}
