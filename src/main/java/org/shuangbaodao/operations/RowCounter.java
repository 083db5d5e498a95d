package org.shuangbaodao.operations;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the rows of each table in a dump while it is written: the counts are of the dump's own moment, whatever the service
 * writes meanwhile. Understands {@code INSERT INTO `table` [(columns)] VALUES (…),(…);} as both families of programs write it.
 */
class RowCounter extends FilterOutputStream {

    private static final byte[] INSERT = "INSERT INTO `".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = "VALUES".getBytes(StandardCharsets.US_ASCII);

    private enum Place {
        LINE_START,
        OTHER_LINE,
        TABLE,
        BEFORE_VALUES,
        ROWS,
        TEXT
    }

    private final Map<String, Long> rows = new TreeMap<>();
    private final StringBuilder table = new StringBuilder();
    private Place place = Place.LINE_START;
    private int matched;
    private int depth;
    private boolean escaped;
    private boolean quotedName;

    RowCounter(OutputStream target) {
        super(target);
    }

    /** Rows by table; tables without a row are absent. */
    Map<String, Long> rows() {
        return rows;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        look((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            look(bytes[i]);
        }
    }

    private void look(byte b) {
        switch (place) {
            case LINE_START -> lineStart(b);
            case OTHER_LINE -> {
                if (b == '\n') {
                    newLine();
                }
            }
            case TABLE -> {
                if (b == '`') {
                    place = Place.BEFORE_VALUES;
                    matched = 0;
                } else {
                    table.append((char) (b & 0xff));
                }
            }
            case BEFORE_VALUES -> beforeValues(b);
            case ROWS -> row(b);
            case TEXT -> text(b);
        }
    }

    private void lineStart(byte b) {
        if (b != INSERT[matched]) {
            place = Place.OTHER_LINE;
            if (b == '\n') {
                newLine();
            }
        } else if (++matched == INSERT.length) {
            place = Place.TABLE;
            table.setLength(0);
        }
    }

    // Past the names of the columns, which a table with generated columns has to tell.
    private void beforeValues(byte b) {
        if (b == '`') {
            quotedName = !quotedName;
        }
        matched = quotedName ? 0 : b == VALUES[matched] ? matched + 1 : b == VALUES[0] ? 1 : 0;
        if (matched == VALUES.length) {
            place = Place.ROWS;
            depth = 0;
        }
    }

    private void row(byte b) {
        switch (b) {
            case '(' -> {
                if (depth++ == 0) {
                    rows.merge(table.toString(), 1L, Long::sum);
                }
            }
            case ')' -> depth--;
            case '\'' -> place = Place.TEXT;
            case ';' -> place = Place.OTHER_LINE;
            default -> {
                // Numbers, commas, null.
            }
        }
    }

    // A doubled quote ends the text and begins it again at once, which counts nothing.
    private void text(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '\'') {
            place = Place.ROWS;
        }
    }

    private void newLine() {
        place = Place.LINE_START;
        matched = 0;
    }
}
