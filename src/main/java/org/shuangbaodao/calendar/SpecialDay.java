package org.shuangbaodao.calendar;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A day on which the notice of the year says otherwise than Monday to Friday. */
public record SpecialDay(LocalDate date, Kind kind, String occasion) {

    /** Which. */
    public enum Kind {
        HOLIDAY,
        WORKDAY
    }

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true).setTrim(true).get();

    /**
     * Reads {@code date,kind,occasion}.
     *
     * @throws IllegalStateException naming file and line: a deadline counted by half a calendar is worse than no start
     */
    public static List<SpecialDay> read(String file, Reader reader) {
        try (CSVParser rows = FORMAT.parse(reader)) {
            return rows.stream().map(row -> of(file, row)).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("The calendar '%s' cannot be read".formatted(file), e);
        }
    }

    private static SpecialDay of(String file, CSVRecord row) {
        try {
            return new SpecialDay(LocalDate.parse(row.get("date")), kind(row.get("kind")),
                    row.isMapped("occasion") ? row.get("occasion") : "");
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException("The calendar '%s' has an unreadable row %d: expected date,kind,occasion with kind"
                    .formatted(file, row.getRecordNumber()) + " HOLIDAY or WORKDAY", e);
        }
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "休", "假" -> Kind.HOLIDAY;
            case "班" -> Kind.WORKDAY;
            default -> Kind.valueOf(text);
        };
    }
}
