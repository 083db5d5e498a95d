package org.shuangbaodao.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.shuangbaodao.kernel.Problem;

/** A roster somebody uploaded, read row by row so that its size does not matter to the memory. */
abstract sealed class RosterFile permits CsvRoster, XlsxRoster {

    /** Offices like to put a title above the table. */
    private static final int HEADER_WITHIN = 10;
    /** Longer than any cell may be, short enough to keep: the checker says what is wrong with it. */
    private static final int LONGEST_KEPT = 500;
    private static final byte[] ZIP = { 'P', 'K', 3, 4 };
    private static final byte[] OLD_WORKBOOK = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 };

    /** @throws Problem when the file is not what it should be */
    static RosterFile of(Path file, RosterConfig limits) throws IOException {
        if (Files.size(file) > limits.largestFile()) {
            throw new Problem(RosterProblem.FILE_TOO_LARGE, limits.largestFile() >> 20);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length == 0) {
            throw new Problem(RosterProblem.FILE_EMPTY);
        }
        if (Arrays.equals(start, OLD_WORKBOOK)) {
            throw new Problem(RosterProblem.FILE_TYPE);
        }
        return Arrays.equals(start, ZIP) ? XlsxRoster.open(file, limits.largestUnpacked()) : CsvRoster.open(file);
    }

    /** Rows with anything in them below the header; refuses a file without header or with too many rows. */
    int count(int most) throws IOException {
        int[] rows = { 0 };
        forEachLine(line -> {
            if (++rows[0] > most) {
                throw new Problem(RosterProblem.TOO_MANY_ROWS, most);
            }
        });
        if (rows[0] == 0) {
            throw new Problem(RosterProblem.FILE_EMPTY);
        }
        return rows[0];
    }

    void forEachLine(Consumer<RosterLine> consumer) throws IOException {
        Table table = new Table(consumer);
        read(table);
        if (table.columns.isEmpty()) {
            throw headerMissing();
        }
    }

    /** Hands over every row of the file, the first being line 1. */
    abstract void read(RowConsumer rows) throws IOException;

    private static Problem headerMissing() {
        return new Problem(RosterProblem.HEADER_MISSING, RosterColumn.headersOf(RosterColumn.NEEDED));
    }

    /** One row as a format's reader finds it. */
    interface RowConsumer {

        void row(int line, List<String> cells, Set<Integer> formulas);
    }

    /** Finds the header, then makes lines of the rows below it. */
    private static final class Table implements RowConsumer {

        private final Consumer<RosterLine> consumer;
        private final Map<Integer, RosterColumn> columns = new HashMap<>();
        private int rows;

        Table(Consumer<RosterLine> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void row(int line, List<String> cells, Set<Integer> formulas) {
            rows++;
            if (!columns.isEmpty()) {
                take(line, cells, formulas);
            } else if (!isHeader(cells) && rows >= HEADER_WITHIN) {
                throw headerMissing();
            }
        }

        private boolean isHeader(List<String> cells) {
            Map<Integer, RosterColumn> found = new HashMap<>();
            IntStream.range(0, cells.size()).forEach(index -> RosterColumn.of(cells.get(index))
                    .filter(column -> !found.containsValue(column)).ifPresent(column -> found.put(index, column)));
            if (!found.values().containsAll(RosterColumn.NEEDED)) {
                return false;
            }
            columns.putAll(found);
            return true;
        }

        private void take(int line, List<String> cells, Set<Integer> formulas) {
            Map<RosterColumn, String> kept = new EnumMap<>(RosterColumn.class);
            Set<RosterColumn> computed = EnumSet.noneOf(RosterColumn.class);
            columns.forEach((index, column) -> {
                String text = index < cells.size() ? cells.get(index) : "";
                if (!text.isBlank()) {
                    kept.put(column, text.length() > LONGEST_KEPT ? text.substring(0, LONGEST_KEPT) : text);
                    if (formulas.contains(index)) {
                        computed.add(column);
                    }
                }
            });
            boolean blank = kept.keySet().stream().allMatch(column -> column == RosterColumn.SEQUENCE);
            if (!blank) {
                consumer.accept(new RosterLine(line, kept, computed));
            }
        }
    }
}
