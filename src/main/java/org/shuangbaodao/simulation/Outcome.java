package org.shuangbaodao.simulation;

import java.util.List;
import java.util.Map;

import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.member.MemberCategory;

/**
 * What a dry run found. Points are hundredths.
 *
 * @param entries how many were looked at
 * @param results by the two ways to count; one that nobody has points in is absent
 * @param hundred the sums of the second profile, with all their parts, of those who have items in it
 * @param grades what those sums suggest, before anything a person decides; the best first
 * @param affected whose points change most, of those the reader's office reaches, the most first
 */
public record Outcome(long entries, Map<Book, List<ClassResult>> results, List<ClassResult> hundred, List<Grade> grades,
        List<Affected> affected) {

    /** Where the bands of the distribution begin: nothing, then in steps of ten points up to the shipped limit of a year. */
    static final List<Long> BANDS = List.of(1L, 1000L, 2000L, 3000L, 4000L);

    /** One class of members. */
    public record ClassResult(MemberCategory category, long people, long before, long after, long gainers, long losers,
            long largestGain, long largestLoss, List<Band> bands) {
    }

    /** People with points from {@code from} on and below {@code below}; null where that side is open. */
    public record Band(Long from, Long below, int before, int after) {
    }

    /** How many people a grade would be suggested for. */
    public record Grade(String grade, int before, int after) {
    }

    /** One holder. */
    public record Affected(long holderId, Book book, long before, long after) {

        long size() {
            return Math.abs(after - before);
        }
    }
}
