package org.shuangbaodao.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.PostedEntry;

/** Collects what is not right: all are counted, the first ones kept. */
final class Findings {

    private static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private long all;

    void add(Finding finding) {
        all++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    void add(Defect defect, String branch, PostedEntry entry, Object expected, Object found) {
        add(new Finding(defect, branch, entry.sequence(), Ids.text(entry.id()), text(expected), text(found)));
    }

    /** Notes a difference, if there is one. */
    void expect(Defect defect, String branch, PostedEntry entry, Object expected, Object found) {
        if (!Objects.equals(text(expected), text(found))) {
            add(defect, branch, entry, expected, found);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    long all() {
        return all;
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }
}
