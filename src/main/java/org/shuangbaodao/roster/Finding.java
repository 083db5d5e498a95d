package org.shuangbaodao.roster;

import java.util.List;

/** One thing noticed about a row, with what its sentence needs. */
record Finding(FindingKind kind, List<String> values) {

    static Finding of(FindingKind kind, String... values) {
        return new Finding(kind, List.of(values));
    }

    String value(int index) {
        return index < values.size() ? values.get(index) : "";
    }
}
