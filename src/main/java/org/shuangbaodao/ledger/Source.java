package org.shuangbaodao.ledger;

import org.shuangbaodao.kernel.Ids;

/**
 * The approved thing an entry comes from. The same source is posted once per book, kind, rule item and business date.
 *
 * @param revision raised when the thing is decided anew after a correction
 */
public record Source(String type, String id, int revision) {

    public static final String SERVICE_RECORD = "SERVICE_RECORD";
    /** An approved {@code points entry} that no service record stands behind. */
    public static final String ITEM = "ITEM";

    public static Source serviceRecord(long recordId, int revision) {
        return new Source(SERVICE_RECORD, Ids.text(recordId), revision);
    }
}
