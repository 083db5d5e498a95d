package org.shuangbaodao.ledger;

/**
 * What an organization and all below it have together.
 *
 * @param points hundredths
 * @param minutes voluntary and duty time; boards show their sum, books keep them apart
 */
public record OrganizationTotals(long points, long minutes) {

    public static final OrganizationTotals NONE = new OrganizationTotals(0, 0);

    static OrganizationTotals of(Book book, long amount) {
        return book.isMinutes() ? new OrganizationTotals(0, amount) : new OrganizationTotals(amount, 0);
    }

    public OrganizationTotals plus(OrganizationTotals other) {
        return new OrganizationTotals(points + other.points, minutes + other.minutes);
    }
}
