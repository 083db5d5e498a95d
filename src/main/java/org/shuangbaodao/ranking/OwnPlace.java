package org.shuangbaodao.ranking;

/**
 * A member's own place in a period, as the boards have it.
 *
 * @param rank among all members, null when he is not counted
 * @param of how many members are counted
 * @param nearRank among the members of his branch, or of the organization it is merged into
 * @param nearName that branch or organization
 * @param shown whether others see him, and why not
 * @param change of the rank among all against the period before, as the board tells it of him; null below the upper band
 */
public record OwnPlace(Integer rank, int of, Integer nearRank, int nearOf, String nearName, Shown shown, Change change) {

    static OwnPlace none(Shown why) {
        return new OwnPlace(null, 0, null, 0, null, why, null);
    }

    /** What a member reads about himself. */
    public enum Shown {
        LISTED,
        /** He did not agree to be named, or is below 18. */
        NOT_AGREED,
        /** Naming him would give away others of his branch who did not agree. */
        PROTECTS_OTHERS,
        /** On no approved roster on that day, or too few people around to show anything. */
        NOT_COUNTED,
        SWITCHED_OFF,
        /** The board is being made; soon. */
        PENDING
    }
}
