package org.shuangbaodao.kernel;

import java.util.List;
import java.util.Map;

/**
 * Implemented by every feature that keeps anything about a person: he may take all of it with him (个人信息保护法 art. 45), and
 * have forgotten what nothing rests on (art. 47).
 */
public interface PersonalData {

    /** Names this feature's part of what he takes with him; stays the same once published. */
    String section();

    /** All it keeps about him, row by row under the name of what the rows are, the oldest first. */
    Map<String, List<Map<String, Object>>> of(long memberId);

    /**
     * Deletes what can go, and empties free text and whatever tells who he is. Ids, dates, minutes and points stay: the books
     * rest on them. Runs in the transaction that forgets him everywhere.
     */
    void forget(long memberId);
}
