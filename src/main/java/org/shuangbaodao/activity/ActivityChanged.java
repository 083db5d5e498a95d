package org.shuangbaodao.activity;

/** An activity was changed. Observed inside the transaction that changes it. */
public record ActivityChanged(ActivityFacts before, ActivityFacts after, long actorId) {
}
