package org.shuangbaodao.inbox;

/** A word for one person. */
public record Letter(long memberId, Word word) {
}
