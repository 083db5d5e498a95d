package org.shuangbaodao.roster;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * One row as it stood in the file.
 *
 * @param line as a spreadsheet counts
 * @param cells only those that hold something
 * @param formulas columns whose cell was computed by the spreadsheet
 */
record RosterLine(int line, Map<RosterColumn, String> cells, Set<RosterColumn> formulas) {

    String cell(RosterColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** The same row with other contents in some of its cells. */
    RosterLine with(Map<RosterColumn, String> corrections) {
        Map<RosterColumn, String> corrected = new EnumMap<>(RosterColumn.class);
        corrected.putAll(cells);
        corrected.putAll(corrections);
        corrected.values().removeIf(String::isBlank);
        return new RosterLine(line, corrected, formulas);
    }
}
