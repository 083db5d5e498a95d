package org.shuangbaodao.audit;

import org.shuangbaodao.kernel.Ids;

/**
 * What was done or read.
 *
 * @param action verb and object in lower case with hyphens, for example {@code record-confirm}, {@code member-read}
 * @param subjectType table or kind of the thing
 * @param onBehalfOf the member somebody acted for, or null
 * @param detail structured facts such as {@code rows=40}; never names, never free text of users
 */
public record Audited(String action, String subjectType, String subjectId, Long onBehalfOf, String detail) {

    public static Audited of(String action, String subjectType, long subjectId) {
        return new Audited(action, subjectType, Ids.text(subjectId), null, "");
    }

    public static Audited of(String action, String subjectType, String subjectId) {
        return new Audited(action, subjectType, subjectId, null, "");
    }

    public Audited onBehalfOf(Long memberId) {
        return new Audited(action, subjectType, subjectId, memberId, detail);
    }

    public Audited detail(String facts) {
        return new Audited(action, subjectType, subjectId, onBehalfOf, facts);
    }
}
