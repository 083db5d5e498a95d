package org.shuangbaodao.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;

/** Small tables that somebody uploads, text or workbook, read as rosters are. */
@ApplicationScoped
public class Sheets {

    private static final int HEADER_WITHIN = 10;

    private final RosterConfig limits;

    Sheets(RosterConfig limits) {
        this.limits = limits;
    }

    /**
     * What a sheet may hold.
     *
     * @param headers by the name the column has in the program, the names it may have in the sheet
     * @param needed columns without which it is no such sheet
     */
    public record Columns(Map<String, List<String>> headers, Set<String> needed) {

        private Optional<String> named(String header) {
            String folded = Names.fold(header).replaceAll("[\\s*（）()]", "");
            return headers.entrySet().stream().filter(each -> each.getValue().contains(folded)).map(Map.Entry::getKey)
                    .findFirst();
        }

        private String neededHeaders() {
            return String.join("、", needed.stream().map(each -> headers.get(each).get(0)).sorted().toList());
        }
    }

    /** One row, by column; a cell that is not there is empty. */
    public record Row(int line, Map<String, String> cells) {

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** @throws Problem when the file is not what it should be, or holds more than {@code most} rows */
    public List<Row> read(Path file, Columns columns, int most) {
        List<Row> rows = new ArrayList<>();
        Map<Integer, String> places = new HashMap<>();
        try {
            RosterFile.of(file, limits).read((line, cells, formulas) -> {
                if (places.isEmpty()) {
                    find(places, cells, columns);
                    if (places.isEmpty() && line >= HEADER_WITHIN) {
                        throw new Problem(RosterProblem.HEADER_MISSING, columns.neededHeaders());
                    }
                    return;
                }
                Map<String, String> found = new HashMap<>();
                places.forEach((index, column) -> {
                    String text = index < cells.size() ? Names.tidy(cells.get(index)) : "";
                    if (!text.isEmpty()) {
                        found.put(column, text);
                    }
                });
                if (!found.isEmpty()) {
                    rows.add(new Row(line, found));
                }
                if (rows.size() > most) {
                    throw new Problem(RosterProblem.TOO_MANY_ROWS, most);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (places.isEmpty()) {
            throw new Problem(RosterProblem.HEADER_MISSING, columns.neededHeaders());
        }
        if (rows.isEmpty()) {
            throw new Problem(RosterProblem.FILE_EMPTY);
        }
        return rows;
    }

    private static void find(Map<Integer, String> places, List<String> cells, Columns columns) {
        Map<Integer, String> found = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            int index = i;
            columns.named(cells.get(i)).filter(column -> !found.containsValue(column))
                    .ifPresent(column -> found.put(index, column));
        }
        if (found.values().containsAll(columns.needed)) {
            places.putAll(found);
        }
    }

    /** A date as people write it in sheets, or empty. */
    public static Optional<LocalDate> date(String text) {
        return RosterDates.read(text).filter(reading -> !reading.monthOnly()).map(RosterDates.Reading::date);
    }
}
