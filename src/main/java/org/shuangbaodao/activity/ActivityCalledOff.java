package org.shuangbaodao.activity;

/** An activity does not take place. Observed inside the transaction that says so. */
public record ActivityCalledOff(ActivityFacts activity, String reason, long actorId) {
}
