package org.shuangbaodao.organization;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the official lists; a file without the columns it needs is refused as a whole. */
final class OrganizationRows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true).setTrim(true).get();

    private OrganizationRows() {
    }

    static List<CSVRecord> read(Reader list, Collection<String> columns) {
        try (CSVParser parser = FORMAT.parse(withoutMark(list))) {
            if (!parser.getHeaderNames().containsAll(columns)) {
                throw new Problem(OrganizationProblem.LIST_COLUMNS, String.join(",", columns));
            }
            return parser.getRecords();
        } catch (CSVException | UncheckedIOException | IllegalArgumentException malformed) {
            throw new Problem(OrganizationProblem.LIST_MALFORMED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? Names.tidy(row.get(column)) : "";
    }

    private static Reader withoutMark(Reader list) throws IOException {
        PushbackReader reader = new PushbackReader(list);
        int first = reader.read();
        if (first != '\uFEFF' && first >= 0) {
            reader.unread(first);
        }
        return reader;
    }
}
